/** The name of a file without the folders before it, whichever of the two slashes parts them. */
export const fileName = (path: string): string => /(?<![^/\\])[^/\\]*$/.exec(path)?.[0] ?? path;
