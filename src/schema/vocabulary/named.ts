/** A key or code by both its names, and by what else it is called. */
export interface Named {
  name: string;
  title: string;
  synonyms?: readonly string[];
}
