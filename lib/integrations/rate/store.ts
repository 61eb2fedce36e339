/**
 * $1 integration, $2 requests per second, $3 burst, $4 tokens wanted. Takes them all, also those that are not there yet, and
 * gives what is left: below zero, somebody has to wait.
 */
export const takeTokens = `
  insert into rate_buckets as b (integration_id, tokens, filled_at)
  values ($1, $3::float8 - $4::float8, clock_timestamp())
  on conflict (integration_id) do update set
    tokens = least($3::float8, b.tokens + extract(epoch from clock_timestamp() - b.filled_at)::float8 * $2::float8) - $4::float8,
    filled_at = clock_timestamp()
  returning tokens`
