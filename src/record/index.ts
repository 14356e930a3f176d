// The door of the record: the health record the person holds.
import type { Room } from '../log/index.ts'
import { correctionStream } from './domain/correction.ts'
import {
  correctionAnswered,
  correctionAsked,
  correctionHandedOn,
  correctionLapsed,
  correctionRemarked,
} from './domain/correction-facts.ts'
import { entryStream } from './domain/entry.ts'
import { importStream } from './domain/import.ts'
import { corrections } from './store/corrections.ts'
import { entries } from './store/entries.ts'
import { imports } from './store/imports.ts'
import { migrations } from './store/migrations.ts'

export { type AboutMeEntry, readAboutMe, writeAboutMe } from './actions/about-me.ts'
export { addOne, type NewEntry, placeOf as entryPlace } from './actions/add-entries.ts'
export { addForMany, type NewcomerEntries } from './actions/add-for-many.ts'
export { answerRequest } from './actions/answer-correction.ts'
export {
  askForCorrection,
  askForDetails,
  correctionId,
  disagree,
  LAPSE_TASK,
  lapseRequest,
} from './actions/ask-correction.ts'
export { type ImportRequest, importFiles } from './actions/import-files.ts'
export { type LeaveRequest, leaveWith } from './actions/leave.ts'
export { carryOutPreview, forgetOldPreviews, makePreview } from './actions/preview-import.ts'
export { recordItems } from './actions/record-items.ts'
export { tellOfCorrection } from './actions/tell-of-corrections.ts'
export { writeEntry } from './actions/write-entry.ts'
export { answeringRoles } from './domain/answering.ts'
/** What the other side of a correction request is told of. */
export const toldOfCorrections = [
  correctionAsked,
  correctionHandedOn,
  correctionRemarked,
  correctionAnswered,
  correctionLapsed,
] as const
export { type AboutMeHeading, aboutMeHeadings } from './domain/about-me.ts'
export type { OwnKind } from './domain/entry-kinds.ts'
export { labels, withWider } from './domain/labels.ts'
export { readableParts } from './pages/readable.tsx'
export { routes as recordRoutes } from './pages/routes.ts'

export const recordRoom: Room = {
  streams: [entryStream, correctionStream, importStream],
  projections: [entries, corrections, imports],
  scratch: [
    { table: 'record.previews', ownerColumn: 'owner' },
    { table: 'record.preview_entries', ownerColumn: 'owner' },
  ],
  migrations,
}
