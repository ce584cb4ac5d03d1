import {fileURLToPath} from 'node:url'

/** The package's own folder, with a slash at its end: `src` lies in it, and so does `dist`, whose files are not nested. */
export const packageFolder: string = fileURLToPath(new URL('..', import.meta.url))
