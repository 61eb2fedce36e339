"use client"
import { DataTable } from "@/components/ui/data-table"
import { Pager } from "@/components/ui/pager"
import type { TableLook } from "@/components/ui/table-look"
import type { DeviceView } from "@/lib/domain/device"
import { type DeviceAddress, pageSize, sortFrom } from "./device-address"
import { deviceColumns } from "./device-columns"

type Props = {
  page: { items: DeviceView[]; nextCursor: string | null; total?: number | undefined }
  isTurning: boolean
  address: DeviceAddress
  look: TableLook
  onChange: (change: Partial<DeviceAddress>) => void
}

/** One page of devices and the way to the others; on a phone the table scrolls within itself and keeps the name in sight. */
export function DevicesTable({ page, isTurning, address, look, onChange }: Props) {
  return (
    <>
      <DataTable
        label="Table of devices"
        className="min-w-[52rem]"
        columns={deviceColumns}
        rows={page.items}
        keyOf={({ id }) => id}
        look={look}
        order={{ sort: address.sort, onSort: (sort) => onChange({ sort: sortFrom(sort) }) }}
      />
      <Pager
        noun="device"
        page={page}
        pageSize={pageSize}
        isTurning={isTurning}
        pages={address.pages}
        onGo={(pages) => onChange({ pages })}
      />
    </>
  )
}
