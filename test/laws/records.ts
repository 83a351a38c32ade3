import fc from 'fast-check';

/** A value of a record with English keys and canonical values. */
export type Value = string | number | boolean | Value[] | { [key: string]: Value };
export type Tree = { [key: string]: Value };

const BASES = ['海口市人民医院', '海南省人民医院', '三亚中心医院', '解放军第九二八医院', '文昌市人民医院'];
const SPECIALTIES = ['general-practice', 'surgery', 'internal-medicine', 'tcm', 'ultrasound', 'pediatrics'];

const maybe = <Kind>(arbitrary: fc.Arbitrary<Kind>) => fc.option(arbitrary, { nil: undefined });
/** There one time in six. */
const seldom = <Kind>(arbitrary: fc.Arbitrary<Kind>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const some = <Kind>(items: readonly Kind[], least = 1) => fc.subarray([...items], { minLength: least });

/** A day of 2024, most of them in months that matter. */
const day = fc
  .tuple(fc.constantFrom(3, 4, 5, 6, 7, 8, 9), fc.integer({ min: 1, max: 28 }))
  .map(([month, date]) => `2024-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);

const plus = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** What is there of an object, without what is undefined. */
const given = (object: Record<string, Value | undefined>): Tree =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Tree;

const part = (start: string, methods: readonly string[]) =>
  fc
    .record({
      from: fc.integer({ min: 0, max: 4 }),
      length: fc.integer({ min: 0, max: 10 }),
      hours: fc.constantFrom(4, 8, 10, 16, 38, 56),
      methods: maybe(some(methods)),
      month: fc.boolean(),
    })
    .map(({ from, length, hours, methods: how, month }) =>
      given({
        ...(month && length > 8
          ? { dates: `${start.slice(0, 7)}`, days: 2 }
          : { start: plus(start, from), end: plus(start, from + length) }),
        hours,
        methods: how,
      }),
    );

export const EARLY = ['needs', 'audience', 'goals', 'content', 'teachers', 'lesson-prep', 'exam-items', 'equipment'];
export const LATE = ['notice', 'registration', 'materials', 'logistics'];
export const ARCHIVE = [
  'attendees',
  'attendance',
  'exam',
  'evaluation',
  'support',
  'experience',
  'shortcomings',
  'suggestions',
  'schedule',
  'slides',
];

const session = (host: fc.Arbitrary<string | undefined>) =>
  day.chain((start) =>
    fc
      .record({
        id: fc.nat(9999),
        level: fc.constantFrom('hospital', 'provincial'),
        audience: some(['managers', 'faculty']),
        host,
        programs: maybe(some(['residency', 'assistant-gp'])),
        roles: maybe(some(['education-office', 'grassroots-manager', 'hospital-leader'])),
        specialty: maybe(some(SPECIALTIES).map((all) => all.slice(0, 2))),
        stages: maybe(some(['new', 'expiring', 'backbone'])),
        headcount: maybe(fc.constantFrom(30, 50, 60, 80, 120)),
        status: maybe(fc.constantFrom('planned', 'completed', 'cancelled')),
        topics: maybe(some(['policy', 'teaching-methods', 'publicity'])),
        offline: maybe(
          fc.oneof(
            part(start, ['lecture', 'workshop']),
            fc.array(part(start, ['lecture', 'workshop']), { minLength: 1, maxLength: 2, size: 'xsmall' }),
          ),
        ),
        online: maybe(part(plus(start, 2), ['live', 'video'])),
        preparation: maybe(
          fc
            .record({
              start: maybe(fc.constantFrom(plus(start, -40), plus(start, -20))),
              team: maybe(fc.constantFrom(plus(start, -40), plus(start, -20))),
              early: maybe(some(EARLY)),
              late: maybe(some(LATE)),
              collectivePrep: maybe(fc.constantFrom(plus(start, -3), plus(start, 3))),
            })
            .map(given),
        ),
        exam: maybe(
          fc
            .record({
              fullMarks: maybe(fc.constantFrom(100, 150)),
              passMark: maybe(fc.constantFrom(60, 70)),
              questions: maybe(
                fc.record({ single: fc.constantFrom(9, 10), multiple: fc.constantFrom(10, 12) }) as fc.Arbitrary<Tree>,
              ),
              sittings: maybe(
                fc
                  .record({
                    date: maybe(fc.constantFrom(plus(start, 1), plus(start, 20))),
                    covers: some(['offline', 'online']),
                  })
                  .map((sitting) => [given(sitting)]),
              ),
            })
            .map(given),
        ),
        publicity: maybe(
          fc.constantFrom('hospital', 'provincial').map((level): Value => [{ title: '培训简讯', level }]),
        ),
        funding: maybe(
          fc
            .record({
              source: fc.constantFrom('provincial-fund', 'self', 'residency-fund'),
              amount: fc.constantFrom(20_000, 50_000),
            })
            .map((item): Value => [item]),
        ),
        summary: maybe(
          fc
            .record({
              submitted: maybe(fc.constantFrom(plus(start, 12), plus(start, 40))),
              archive: maybe(some(ARCHIVE)),
            })
            .map(given),
        ),
      })
      .map(({ id, ...rest }) => given({ id: `S-${id}`, title: `培训班 ${id}`, ...rest })),
  );

/** One session or none most often, since what breaks a law seldom takes more, and each is judged twice as long. */
const sessions = (host: fc.Arbitrary<string | undefined>) =>
  fc
    .constantFrom(0, 0, 0, 1, 1, 1, 2)
    .chain((length) =>
      fc.uniqueArray(session(host), { minLength: length, maxLength: length, selector: ({ id }) => id }),
    );

const plan = (name: string) =>
  fc
    .record({
      types: some(['residency', 'assistant-gp']),
      sessions: sessions(maybe(fc.constantFrom(...BASES))),
      batches: fc.array(
        fc.record({
          title: fc.nat(99).map((each) => `外省培训 ${each}`),
          category: fc.constantFrom('national', 'other-province'),
        }),
        { maxLength: 3 },
      ),
    })
    .map(({ types, sessions: own, batches }) =>
      given({
        kind: 'plan',
        year: 2024,
        base: { name, types },
        sessions: own.length > 0 ? own : undefined,
        outOfProvince: batches.length > 0 ? batches : undefined,
      }),
    );

const province = sessions(fc.constantFrom(...BASES)).map((own) =>
  given({
    kind: 'province',
    year: 2024,
    sessions: own.length > 0 ? own.map((each) => ({ ...each, level: 'provincial' })) : undefined,
  }),
);

/** A set of records that go together: plans of some bases, a province's plan, sessions of their own. */
export const sets: fc.Arbitrary<Tree[]> = fc
  .tuple(
    fc
      .constantFrom(1, 1, 1, 1, 2)
      .chain((length) => fc.uniqueArray(fc.constantFrom(...BASES), { minLength: length, maxLength: length }))
      .chain((names) => fc.tuple(...names.map(plan))),
    seldom(province),
    seldom(
      fc
        .tuple(fc.constantFrom(...BASES), session(fc.constant(undefined)))
        .map(([base, own]) => ({ kind: 'session', year: 2024, base, ...own, id: `X-${String(own.id)}` })),
    ),
  )
  .map(([plans, whole, own]) => [...plans, ...(whole ? [whole] : []), ...(own ? [own] : [])]);
