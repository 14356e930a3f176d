// The table of the house: which rooms there are, on which storey, and whom each may use.

type RoomEntry = { readonly is: string; readonly mayUse: readonly string[] }

export type House = {
  readonly storeys: readonly {
    readonly storey: number
    readonly rooms: Readonly<Record<string, RoomEntry>>
    readonly files?: Readonly<Record<string, string>>
  }[]
}

export type Room = {
  readonly name: string
  readonly storey: number
  /** Rooms and our own packages that it may use. */
  readonly mayUse: ReadonlySet<string>
}

export type Table = {
  readonly rooms: ReadonlyMap<string, Room>
  /** The files straight under `src/`: main.ts and the compositions. */
  readonly files: ReadonlySet<string>
}

export const countingLibrary = '@coproduce/social-choice'

/**
 * Makes the table from house.json: `*` is every room; rooms from storey 2 up may use every room
 * of storeys 0 and 1 besides those named.
 */
export function tableOf(house: House): Table {
  const all = house.storeys.flatMap(({ rooms }) => Object.keys(rooms))
  const ground = house.storeys
    .filter(({ storey }) => storey <= 1)
    .flatMap(({ rooms }) => Object.keys(rooms))
  const rooms = new Map<string, Room>()
  for (const { storey, rooms: entries } of house.storeys) {
    for (const [name, { mayUse }] of Object.entries(entries)) {
      const everything = mayUse.includes('*') ? [...all, countingLibrary] : mayUse
      const used = new Set([...everything, ...(storey >= 2 ? ground : [])])
      used.delete(name)
      rooms.set(name, { name, storey, mayUse: used })
    }
  }
  const files = house.storeys.flatMap((storey) => Object.keys(storey.files ?? {}))
  return { rooms, files: new Set(files) }
}

/** The room a path lies in, else null. */
export const roomOf = (path: string): string | null => /^src\/([^/]+)\/./.exec(path)?.[1] ?? null

export const layers = ['domain', 'words', 'store', 'actions', 'pages'] as const
export type Layer = (typeof layers)[number]

/** The layer of a room with layers that a path lies in, else null. */
export function layerOf(path: string): Layer | null {
  const folder = /^src\/[^/]+\/([^/]+)\/./.exec(path)?.[1]
  return layers.find((layer) => layer === folder) ?? null
}

/** Rooms of storeys 2 and 3 have the four folders; those below and above are flat. */
export const hasLayers = (room: Room): boolean => room.storey === 2 || room.storey === 3
