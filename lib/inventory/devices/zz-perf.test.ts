import { expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { deviceQuery } from "@/lib/domain/device-query"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"
import { integrationViews } from "@/lib/integrations/integration-views"
import { listDevices } from "./list-devices"
testDatabase()
test("perf", async () => {
  const t = await makeTenant()
  const i = (await pool().query("insert into integrations (account_id, provider, name) values ($1,'addigy','x') returning id", [t.accountId])).rows[0].id
  await pool().query(`with made as (insert into devices (account_id,name,serial_number,serial_key,model,type,assigned_to,status,updated_at)
    select $1, 'device '||md5(n::text), 'C'||md5('s'||n), 'C'||md5('s'||n), 'MacBook Pro '||n%50, 'macbook', 'user'||n%5000||'@example.com', case when n%50=0 then 'retired' else 'active' end, now()-n*interval '1 s' from generate_series(1,100000) n returning id, serial_key, status)
    insert into device_records (account_id,integration_id,stream,external_id,device_id,content_hash,serial_key,fields,attributes,retired_at)
    select $1,$2,'devices',gen_random_uuid()::text,id,'\\x00112233445566778899aabbccddeeff',serial_key, jsonb_build_object('name','x','serialNumber',serial_key,'model','m','modelIdentifier','z','type','macbook','kind','standard','assignedTo','a','osVersion','14.1'), jsonb_build_object('a',repeat('x',400),'b',repeat('y',300)), case when status='retired' then now() end from made`, [t.accountId, i])
  await pool().query("insert into device_states select id, $1, 'connected', now() from devices", [i])
  await pool().query("vacuum analyze")
  const time = async (q: object) => {
    const query = deviceQuery.parse(q)
    await listDevices(t.viewer, query)
    const s = performance.now(); const r = await listDevices(t.viewer, query); const ms = performance.now() - s
    console.log(JSON.stringify(q).slice(0,110), ms.toFixed(1), r.items.length, r.total); return r
  }
  const p = await time({})
  await time({ cursor: p.nextCursor })
  for (const sort of ["-name","serialNumber","-serialNumber","model","type","assignedTo","-updatedAt","-createdAt"]) await time({ sort })
  const u = await time({sort: "-updatedAt"}); await time({sort:"-updatedAt", cursor: u.nextCursor})
  for (const q of [{search:"abc"},{search:"zzzz"},{search:"user77@"},{search:"zzzz",includeRetired:true},{status:"retired"},{type:"ipad"},{model:"MacBook Pro 7"},{integrationId:i},{provider:"addigy"},{provider:"addigy",search:"ab"}, {search:"a", sort:"-updatedAt"}]) await time(q)
  const s = performance.now(); await pool().query("select count(*)::int from device_records r where r.integration_id=$1 and retired_at is null",[i]); console.log("count records", performance.now()-s)
  expect(1).toBe(1)
}, 120000)
