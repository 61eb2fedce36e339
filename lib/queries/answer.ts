type Answers = typeof import("./answers")

/** The schema of one kind of answer, fetched when it is first needed. */
export const answer =
  <Name extends keyof Answers>(name: Name) =>
  async (): Promise<Answers[Name]> =>
    (await import("./answers"))[name]
