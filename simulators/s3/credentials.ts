/** What the stand-in takes, and the bucket that it has. */
export const demoS3 = {
  accessKeyId: "S3SIMULATORKEY",
  secretAccessKey: "s3-simulator-secret",
  bucket: "trade-lists",
  region: "eu-west-2",
}
