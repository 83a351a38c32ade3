import type { Checked, FindingShown, OwnerShown } from '../requests.ts';
import type { Filter } from './session.ts';

/** A base with those of its findings that a filter lets through. */
export interface ListedOwner {
  key: string;
  owner: OwnerShown;
  subjects: OwnerShown['subjects'];
  count: number;
  isOpen: boolean;
}

/** More bases than this are listed closed, but for the first, which has the worst findings. */
const MOST_OPEN = 3;

/** Most findings that a filter opens all at once, and that a base lists until more are asked for. */
export const MOST_SHOWN = 200;

/** The bases to list, in the order of the check, and which of them are open unless the person opened or closed them. */
export function listedOwners(
  { owners }: Checked,
  filter: Filter,
  opened: ReadonlyMap<string, boolean>,
  isPrinting: boolean,
): ListedOwner[] {
  const isFiltered = filter.text !== '' || filter.severity !== '' || filter.policy !== '' || filter.owner !== '';
  const wanted = filter.text.trim().toLowerCase();
  const listed = owners
    .filter((owner) => filter.owner === '' || keyOf(owner) === filter.owner)
    .map((owner) => {
      const subjects = isFiltered
        ? owner.subjects
            .map((subject) => ({
              ...subject,
              findings: subject.findings.filter((finding) => matches(finding, owner, filter, wanted)),
            }))
            .filter(({ findings }) => findings.length > 0)
        : owner.subjects;
      return {
        key: keyOf(owner),
        owner,
        subjects,
        count: subjects.reduce((sum, { findings }) => sum + findings.length, 0),
      };
    })
    .filter(({ count }) => !isFiltered || count > 0);
  const total = listed.reduce((sum, { count }) => sum + count, 0);
  const isAllOpen = isPrinting || listed.length <= MOST_OPEN || (isFiltered && total <= MOST_SHOWN);
  return listed.map((each, place) => ({
    ...each,
    isOpen: isPrinting || (opened.get(each.key) ?? (each.count > 0 && (isAllOpen || place === 0))),
  }));
}

/** The first findings of a base, at most so many. */
export function firstOf(subjects: OwnerShown['subjects'], most: number): OwnerShown['subjects'] {
  let left = most;
  return subjects.flatMap((subject) => {
    const findings = subject.findings.slice(0, left);
    left -= findings.length;
    return findings.length > 0 ? [{ ...subject, findings }] : [];
  });
}

/** Tells a base from the others of a check, and is the same in the next. */
export const keyOf = ({ owner, notice, heading }: OwnerShown): string =>
  owner === null ? `file ${heading}` : `${notice} ${owner}`;

function matches(
  finding: FindingShown,
  { heading }: OwnerShown,
  { severity, policy }: Filter,
  wanted: string,
): boolean {
  if (severity !== '' && severity !== (finding.isWaived ? 'waived' : finding.severity)) return false;
  if (policy !== '' && (finding.policy ?? 'none') !== policy) return false;
  if (wanted === '') return true;
  const { message, remedy, rule, clause, subject, file, place, asked } = finding;
  return [message, remedy, rule, clause, subject, file, place, asked, heading]
    .join('\n')
    .toLowerCase()
    .includes(wanted);
}
