import {Packer} from 'docx'
import type {PrintedResolution} from '../../tree/index.ts'
import {documentOf} from './document.ts'
import {finish} from './finish.ts'
import {dateOf, ownParts} from './parts.ts'
import {planNotes} from './plan.ts'

/** Prints a resolution as a Word file. The same resolution gives the same bytes on every run and in every time zone. */
export async function writeDocx(printed: PrintedResolution): Promise<Uint8Array> {
  const plan = planNotes(printed)
  const typedMarks = new Map(plan.isAutomatic ? [] : [...plan.ids].map(([number, id]) => [id, number]))
  const made = await Packer.pack(documentOf(printed, plan), 'uint8array')
  return finish(made, {date: dateOf(printed), parts: ownParts(printed), typedMarks})
}
