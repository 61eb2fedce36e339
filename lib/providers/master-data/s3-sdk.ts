/**
 * What is used of the AWS SDK, in a file of our own: it is imported when it is needed, and of a package in the older module format
 * a bundle gives such an import nothing but its default.
 */
export { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3"
export { NodeHttpHandler } from "@smithy/node-http-handler"
