-- When a worker last looked for what is due: once as it starts, then every half minute. One row for all workers, and worth
-- nothing after a crash: so unlogged. Serves: doctor and the metrics, which say whether any worker is there.
create unlogged table worker_ticks (
  task text not null,
  at timestamptz(3) not null,

  constraint worker_ticks_pkey primary key (task)
);
