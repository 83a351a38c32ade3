/** Something that completion offers, and what it is, which may be empty. */
export interface Offer {
  text: string;
  description: string;
}

/** What can stand as the value of an option, or as an argument. */
export interface Slot {
  /** Its name in help, such as FILE. */
  name: string;
  offers: Offer[];
  /** Which files the shell completes: those with one of these extensions, any or none. */
  files: readonly string[] | 'any' | 'none';
}

/** An option; without a slot it takes no value. */
export interface OfferedOption {
  flags: string[];
  description: string;
  slot: Slot | undefined;
  repeatable: boolean;
}

/**
 * The program, or one of its commands. Each argument has a slot, and the last one stands for all that follow where
 * `isOpen`; the one argument of a group, as the program is, is a command of its own.
 */
export interface OfferedCommand extends Offer {
  options: OfferedOption[];
  slots: Slot[];
  isOpen: boolean;
  isGroup: boolean;
}

/** What completion offers: after the name of the program, and after a command; one in a group bears the group's name before its own. */
export interface Offered {
  program: OfferedCommand;
  commands: OfferedCommand[];
}

/** The names of the commands that are groups. */
export const groupsIn = ({ commands }: Offered): string[] =>
  commands.flatMap(({ text, isGroup }) => (isGroup ? text : []));

/** Slots that are the same with the places where they stand: `check --format`, and `check @1` for the first argument, `check @*` for all. */
export function slotsByPlace({ program, commands }: Offered): { places: [string, ...string[]]; slot: Slot }[] {
  const found = new Map<string, { places: [string, ...string[]]; slot: Slot }>();
  const add = (place: string, slot: Slot) => {
    // Places that stand for all that follow come last: a single one of them may have a slot of its own.
    const key = JSON.stringify([place.endsWith('*'), slot.offers, slot.files]);
    const known = found.get(key);
    if (known) known.places.push(place);
    else found.set(key, { places: [place], slot });
  };
  for (const { text, options, slots, isOpen } of [program, ...commands]) {
    for (const { flags, slot } of options) if (slot) for (const flag of flags) add(`${text} ${flag}`, slot);
    slots.forEach((slot, index) => {
      add(`${text} @${isOpen && index === slots.length - 1 ? '*' : index + 1}`, slot);
    });
  }
  const isOpen = ({ places }: { places: readonly string[] }) => places[0]?.endsWith('*') === true;
  const all = [...found.values()];
  return [...all.filter((each) => !isOpen(each)), ...all.filter(isOpen)];
}
