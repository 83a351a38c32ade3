/**
 * Whether a set of so many files is large: its records are compressed and unpacked anew each time, where those of a smaller
 * one stay unpacked, so that what is asked for twice is unpacked once. A set ten times as large must not take ten times the
 * memory. All of its files, for V8 would take what is read after some thousand records that last as lasting too, and let it
 * lie.
 */
export const isLarge = (files: number): boolean => files > 1_000;
