/** A file's name as it is typed in a command: quoted where it has blanks, brackets or the like. */
export function shellWord(name: string): string {
  if (/^[\w./\\:\p{Script=Han}-]+$/u.test(name)) return name;
  // Within double quotes, which every shell knows, some shells read these.
  return /["$`!]/.test(name) ? `'${name.replaceAll("'", "'\\''")}'` : `"${name}"`;
}
