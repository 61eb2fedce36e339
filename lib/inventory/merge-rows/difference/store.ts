/**
 * What a staged record `s` says otherwise than the row `r`, field by field, before and after; `{}` when they agree. The
 * provider's own attributes carry a prefix. `fields` is the SQL of the row's fields.
 */
export const differenceFrom = (fields: string): string => `
  (select coalesce(jsonb_object_agg(key, jsonb_build_array(before, after)), '{}')
     from (select coalesce(o.key, n.key) as key, o.value as before, n.value as after
             from jsonb_each(coalesce(${fields}, '{}')) o
             full join jsonb_each(s.fields::jsonb) n on o.key = n.key
            where coalesce(o.value, 'null') is distinct from coalesce(n.value, 'null')
           union all
           select 'attributes.' || coalesce(o.key, n.key), o.value, n.value
             from jsonb_each(coalesce(r.attributes, '{}')) o
             full join jsonb_each(s.attributes::jsonb) n on o.key = n.key
            where o.value is distinct from n.value) c)`
