/** What a base calls itself. */
const ITSELF =
  /^(?:[本我](?:院|基地|单位|中心|科|部门)|医院|院内|院方|院本部|全院|自办|自行举办|our (?:own )?(?:hospital|base)|in-house|ourselves)$/i;

/** What a department is called, and what only an institution is. */
const DEPARTMENT = /(?:[科处部室办组]|专业基地)$|\b(?:office|department|dept|division|section)\b/i;
const INSTITUTION =
  /医院|卫生院|保健院|医学院|大学|学院|学校|学会|协会|中心|集团|公司|委|厅|局|政府|hospital|college|university|school|cent(?:er|re)|association/i;

/** What stands between several departments, and about one that stands behind a name. */
const BETWEEN = /[、,;/&]|和|与|及|\band\b/i;
const ABOUT = /^[\s(（\-—·]+|(?<![)）\s])[)）\s]+$/g;

const areDepartments = (names: string): boolean =>
  !INSTITUTION.test(names) && names.split(BETWEEN).every((name) => DEPARTMENT.test(name.trim()));

/**
 * Whether an organiser is a base itself by another word: 本院, its departments, or its own name with these behind it. A name
 * of whatever else is another's.
 */
export function isInHouse(organiser: string, base: string): boolean {
  const [name, own] = [organiser.normalize('NFKC').trim(), base.normalize('NFKC').trim()];
  if (ITSELF.test(name)) return true;
  const departments = name.startsWith(own) ? name.slice(own.length).replace(ABOUT, '') : name;
  return departments === '' || areDepartments(departments);
}
