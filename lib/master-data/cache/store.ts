/** $1 integration. Reads the index published_lists_versions. */
export const selectLastVersion = `
  select id, list, version, content, sha256, etag, published_at as "publishedAt"
  from published_lists where integration_id = $1 and version is not null order by version desc limit 1`
