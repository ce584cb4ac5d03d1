import {posix} from 'node:path'
import {readTemplate} from '../read/index.ts'
import type {Diagnostic, Library, Resolution, Template} from '../tree/index.ts'
import type {Desk} from './desk.ts'
import {isFolder} from './fence.ts'
import {besideFile, type FileText, readText} from './files.ts'

/** The template that is used when none is named, and when the named one cannot be read. */
const defaultName = 'ala'

/** A template with what was wrong on the way to it. */
export interface FoundTemplate {
  readonly template: Template
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Finds the template that a resolution names: a plain name stands for a folder of the package's `templates/`,
 * anything with a slash or a leading dot for a folder beside the resolution file.
 * Where none is named `fallback` counts. When it cannot be used the default stands in for it, and a diagnostic says so.
 */
export async function findTemplate(
  resolution: Resolution,
  library: Library,
  {templates}: Pick<Desk, 'templates'>,
  fallback?: string
): Promise<FoundTemplate> {
  const named = resolution.template
  const name = named?.value ?? fallback
  if (name === undefined) return ownTemplate(library, templates)
  // What the resolution names lies beside it; what stands in for that is a path already.
  const path = named ? besideFile(resolution.file.path, name) : name
  // That it is not read for this reason has been said.
  if (named && isFolder(name) && (await library.isOutside?.(path))) return ownTemplate(library, templates)
  const folder = isFolder(name) ? path : posix.join(library.packageFolder, 'templates', name)
  const found = await templates.ask(folder)
  if ('template' in found) return found
  const {template} = await ownTemplate(library, templates)
  const isName = found.diagnostics.length === 0 && !isFolder(name)
  const problem: Diagnostic = {
    rule: 'unusable-template',
    severity: 'error',
    message: isName
      ? `\`${name}\` is not a template, expected \`${defaultName}\` or a path such as \`./ours\``
      : `template \`${name}\` cannot be used: ${found.problem}`,
    path: resolution.file.path,
    place: (named ?? resolution.title)?.place ?? resolution.place,
    note: `a template is a folder with \`template.yaml\`, and \`page.typ\` and \`notes.csl\` where they differ from those of \`${defaultName}\``
  }
  return {template, diagnostics: [problem, ...found.diagnostics]}
}

/** Reads a file of a template; one that the template's folder does not have comes from the package's default. */
export async function readTemplateFile(
  template: Template,
  name: string,
  library: Library,
  {texts}: Pick<Desk, 'texts'>
): Promise<FileText> {
  const file = await texts.ask(besideFile(posix.join(template.folder, 'template.yaml'), name))
  if ('text' in file) return file
  const fallback = await texts.ask(posix.join(library.packageFolder, 'templates', defaultName, name))
  return 'text' in fallback ? fallback : file
}

/** What came of reading the template in a folder. */
export type ReadTemplate = FoundTemplate | Failure

type Failure = {readonly problem: string; readonly diagnostics: readonly Diagnostic[]}

/** Reads the template in a folder. */
export async function readTemplateOf(folder: string, library: Library): Promise<ReadTemplate> {
  const path = posix.join(folder, 'template.yaml')
  const file = await readText(library, path)
  if ('problem' in file) return {problem: `\`${path}\` cannot be read: ${file.problem}`, diagnostics: []}
  const {template, diagnostics} = readTemplate(file.text, {path, folder})
  return template ? {template, diagnostics} : {problem: `\`${path}\` is at fault`, diagnostics}
}

async function ownTemplate(library: Library, templates: Desk['templates']): Promise<FoundTemplate> {
  const found = await templates.ask(posix.join(library.packageFolder, 'templates', defaultName))
  if ('template' in found) return found
  // The package is broken: nothing can be printed, and no resolution is to blame.
  const [first] = found.diagnostics
  const where = first ? ` (line ${first.place.start.line}: ${first.message})` : ''
  throw new Error(`the template \`${defaultName}\` of the package cannot be read: ${found.problem}${where}`)
}
