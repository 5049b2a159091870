// The rules of the catalogue (docs/rules.md) as rules of json-rules-engine: conditions over facts, and a finding as the event. What has to be
// computed is a dynamic fact, which the almanac computes at most once in a run. A pack's lists become conditions when its engine is made.
import { Engine } from 'json-rules-engine';
import { DateTime, Duration } from 'luxon';
import { isPersonal, lengthOf } from './texts.mjs';

const eea = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO AX GF GP MF MQ RE YT'.split(' ');

const is = (fact, value) => ({ fact, operator: 'equal', value });
const isNot = (fact, value) => ({ fact, operator: 'notEqual', value });
const isOneOf = (fact, ...value) => ({ fact, operator: 'in', value });
const isNoneOf = (fact, ...value) => ({ fact, operator: 'notIn', value });
const has = (fact, value) => ({ fact, operator: 'contains', value });
const hasNo = (fact, value) => ({ fact, operator: 'doesNotContain', value });
const isLess = (fact, value) => ({ fact, operator: 'lessThan', value });
const isMore = (fact, value) => ({ fact, operator: 'greaterThan', value });
const known = (fact) => isNot(fact, null);
const unknown = (fact) => is(fact, null);
const all = (...conditions) => ({ all: conditions });
const not = (condition) => ({ not: condition });
// The engine takes an empty list for true, of either kind.
const any = (...conditions) => (conditions.length > 0 ? { any: conditions } : not(all()));

const education = isOneOf('meeting.kind', 'teaching', 'examination');
const otherThanEducation = isOneOf('meeting.kind', 'authority-exercise', 'research', 'other');
const decidesOnIndividuals = isOneOf('meeting.kind', 'examination', 'authority-exercise');
const research = is('meeting.kind', 'research');
const employee = is('recorder.role', 'employee');
const consent = is('legalBasis.kind', 'consent');
const otherThanConsent = isNoneOf('legalBasis.kind', null, 'consent');
const privacySensitive = any(is('contains.sensitive', true), is('contains.confidential', true), is('contains.private', true));
const noDpo = unknown('approvals.dpo');
const dependent = all(
  employee,
  any(
    has('audience.groups', 'students'),
    all(has('audience.groups', 'employees'), is('audience.dependent', true)),
    is('meeting.kind', 'authority-exercise'),
  ),
);
const dependentDecides = all(
  consent,
  employee,
  isNot('meeting.kind', 'authority-exercise'),
  has('audience.groups', 'employees'),
  hasNo('audience.groups', 'students'),
  unknown('audience.dependent'),
);
const inCourseOfMeeting = is('publication.target', { fact: 'meeting.course.id' });
const publishedElsewhere = all(
  education,
  any(
    isOneOf('publication.kind', 'approved-system', 'open-internet'),
    all(is('publication.kind', 'canvas-course'), known('meeting.course.id'), not(inCourseOfMeeting)),
  ),
);
const keptOtherwise = all(education, isOneOf('availability.kind', 'until', 'for'));
const keptPastCourse = all(
  unknown('deviationReason'),
  known('meeting.course.closesAt'),
  known('availability.end'),
  isMore('availability.end', { fact: 'meeting.course.closesAt' }),
);

const bare = (name) => name?.replaceAll(':', '').trim().toLowerCase() ?? null;

/** An engine with the rules that a pack has on. */
export function engineOf(pack, messages) {
  const engine = new Engine();
  addFacts(engine, pack);
  for (const [rule, effects] of Object.entries(rulesOf(pack))) {
    if (!pack.rules.includes(rule)) continue;
    for (const [effect, conditions] of Object.entries(effects)) {
      const type = `${rule}:${effect}`;
      engine.addRule({ conditions, event: { type, params: { rule, effect, message: messages[type] ?? { sv: '', en: '' } } } });
    }
  }
  return engine;
}

function rulesOf(pack) {
  const registered = pack.categories ? isOneOf('purpose.category', ...pack.categories) : known('purpose.category');
  const isPublic = any(
    is('publication.kind', 'open-internet'),
    all(is('publication.kind', 'canvas-course'), is('meeting.course.isPublic', true), inCourseOfMeeting),
    all(is('publication.kind', 'approved-system'), isOneOf('publication.system', ...systems(pack, (one) => one.internet))),
  );
  const refusedChannel = pack.rules.includes('content.not-sensitive') ? [isNot('meeting.platform', 'zoom')] : [];
  const storedAt = (one) => all(is('storage.place', one.place), is('storage.system', bare(one.name)));
  const stored = (allowed) => any(...(pack.storage ?? []).filter(allowed).map(storedAt));
  const needsCountry = any(
    isOneOf('storage.place', 'zoom-cloud', 'other-cloud'),
    all(is('storage.place', 'approved-system'), not(stored((one) => one.country !== null))),
  );

  return {
    'purpose.stated': { ask: all(isLess('purpose.length', Math.max(1, pack.purposeMinLength))) },
    'purpose.minimised-text': { ask: all(is('texts.personal', true)) },
    'meeting.kind-stated': { ask: all(unknown('meeting.kind')) },
    'meeting.course-stated': { ask: all(education, unknown('meeting.course.id')) },
    'audience.stated': { ask: any(is('audience.count', 0), dependentDecides) },
    'case.stated': { ask: all(decidesOnIndividuals, unknown('caseRecord')) },
    'necessity.shown': {
      refuse: all(is('necessity.achievableWithout', true)),
      ask: all(
        isNot('necessity.achievableWithout', true),
        any(unknown('necessity.achievableWithout'), unknown('necessity.justification')),
      ),
    },
    'necessity.anonymous-first': {
      refuse: all(research, is('necessity.achievableAnonymously', true)),
      ask: all(research, unknown('necessity.achievableAnonymously')),
    },
    'content.declared': {
      ask: any(
        unknown('contains.sensitive'),
        unknown('contains.confidential'),
        unknown('contains.private'),
        unknown('contains.personalIdentityNumbers'),
      ),
    },
    'content.not-sensitive': {
      refuse: all(is('meeting.platform', 'zoom'), any(is('contains.sensitive', true), is('contains.confidential', true))),
    },
    'content.sensitive-consent': { refer: all(is('contains.sensitive', true), otherThanConsent, ...refusedChannel, noDpo) },
    'content.identity-numbers': { refer: all(is('contains.personalIdentityNumbers', true), otherThanConsent, noDpo) },
    'research.ethics': {
      refuse: all(research, unknown('approvals.ethics'), is('contains.sensitive', true)),
      refer: all(research, unknown('approvals.ethics'), isNot('contains.sensitive', true), is('contains.private', true)),
    },
    'research.controllers': {
      ask: all(
        research,
        any(unknown('research.externalPartner'), all(is('research.externalPartner', true), unknown('approvals.jointControllers'))),
      ),
    },
    'basis.stated': { ask: all(unknown('legalBasis.kind')) },
    'basis.allowed': { refuse: all(isOneOf('legalBasis.kind', 'legitimate-interests', 'vital-interests')) },
    'basis.public-interest-registered': {
      ask: all(is('legalBasis.kind', 'public-interest'), unknown('purpose.category')),
      refer: all(is('legalBasis.kind', 'public-interest'), known('purpose.category'), not(registered), noDpo),
    },
    'basis.law-named': { ask: all(is('legalBasis.kind', 'legal-obligation'), unknown('legalBasis.reference')) },
    'basis.contract-party': {
      refuse: all(is('legalBasis.kind', 'contract'), is('audience.onlyContractParties', false)),
      ask: all(
        is('legalBasis.kind', 'contract'),
        isNot('audience.onlyContractParties', false),
        any(unknown('legalBasis.reference'), unknown('audience.onlyContractParties')),
      ),
    },
    'basis.authority-fits': {
      refer: all(is('legalBasis.kind', 'official-authority'), isOneOf('meeting.kind', 'teaching', 'research', 'other'), noDpo),
    },
    'consent.freely-given': { refer: all(consent, dependent, noDpo) },
    'consent.written-before': { condition: all(consent) },
    'consent.routine': { refer: all(consent, is('pack.hasConsentRoutine', false), noDpo) },
    'consent.subsidiary': {
      advise: all(
        consent,
        employee,
        known('purpose.category'),
        known('publication.kind'),
        is('contains.sensitive', false),
        is('contains.confidential', false),
        is('contains.private', false),
        registered,
        not(isPublic),
      ),
    },
    'notice.before-start': { condition: all() },
    'notice.limit-intrusion': {
      ask: any(
        unknown('participationOptions.cameraOptional'),
        unknown('participationOptions.microphoneOptional'),
        all(
          any(is('participationOptions.cameraOptional', false), is('participationOptions.microphoneOptional', false)),
          unknown('participationOptions.reason'),
        ),
      ),
    },
    'recorder.stated': { ask: all(unknown('recorder.role')) },
    'recorder.student': { refuse: all(is('recorder.role', 'student'), any(otherThanConsent, privacySensitive)) },
    'storage.stated': { ask: all(unknown('storage.place')) },
    'storage.recorder-only': { refuse: all(isNoneOf('storage.place', null, 'recorder-computer')) },
    ...(pack.storage && {
      'storage.approved': {
        refuse: all(
          known('storage.place'),
          not(any(stored((one) => one.privacySensitive), all(stored(() => true), not(privacySensitive)))),
        ),
      },
    }),
    'storage.third-country': {
      ask: all(needsCountry, unknown('storage.country')),
      refer: all(
        any(
          all(needsCountry, isNoneOf('storage.country', null, ...eea)),
          all(not(needsCountry), stored((one) => one.country !== null && !eea.includes(one.country))),
        ),
        noDpo,
      ),
    },
    'publication.canvas-normal': {
      ask: all(publishedElsewhere, unknown('deviationReason')),
      advise: all(publishedElsewhere, known('deviationReason')),
    },
    'publication.decided': { ask: all(otherThanEducation, unknown('publication.kind')) },
    'publication.agreed': { condition: all(otherThanEducation, isNoneOf('publication.kind', null, 'none')) },
    'publication.internet': {
      refuse: all(isPublic, privacySensitive),
      refer: all(isPublic, not(privacySensitive), otherThanConsent, noDpo),
      condition: all(isPublic, not(privacySensitive), any(consent, all(otherThanConsent, known('approvals.dpo')))),
    },
    'publication.not-sensitive-in-course': { refuse: all(is('publication.kind', 'canvas-course'), privacySensitive) },
    ...(pack.publicationSystems && {
      'publication.approved': {
        refuse: all(
          is('publication.kind', 'approved-system'),
          any(
            isNoneOf('publication.system', ...systems(pack, () => true)),
            all(privacySensitive, isNoneOf('publication.system', ...systems(pack, (one) => one.privacySensitive))),
          ),
        ),
      },
    }),
    'availability.course-normal': {
      ask: all(keptOtherwise, keptPastCourse),
      advise: all(keptOtherwise, not(keptPastCourse)),
    },
    'availability.decided': {
      ask: all(
        otherThanEducation,
        any(unknown('availability.kind'), all(is('availability.kind', 'course-lifetime'), unknown('meeting.course.id'))),
      ),
    },
    // The calendar is asked only where the end is not far from the bound: a condition of higher priority is looked at first.
    'availability.bounded': {
      refer: all(
        { ...noDpo, priority: 3 },
        { ...isMore('availability.days', leastDays(pack)), priority: 2 },
        isMore('availability.endDay', { fact: 'retention.longestDay' }),
      ),
    },
    'retention.delete-or-archive': { condition: all(is('caseRecord', true)) },
  };
}

function addFacts(engine, pack) {
  const zone = pack.timeZone;
  const longest = Duration.fromISO(pack.longestRetention);
  const day = (instant) => Number(instant.toFormat('yyyyMMdd'));

  engine.addFact('pack.hasConsentRoutine', pack.hasConsentRoutine);
  engine.addFact('purpose.length', async (_, almanac) => lengthOf((await almanac.factValue('purpose.text')) ?? ''));
  engine.addFact('texts.personal', async (_, almanac) => (await almanac.factValue('texts')).some(isPersonal));
  engine.addFact('audience.count', async (_, almanac) => (await almanac.factValue('audience.groups')).length);
  engine.addFact('storage.system', async (_, almanac) => bare(await almanac.factValue('storage.name')));
  engine.addFact('publication.system', async (_, almanac) => bare(await almanac.factValue('publication.target')));
  engine.addFact('availability.end', async (_, almanac) => {
    const kind = await almanac.factValue('availability.kind');
    if (kind === 'until') {
      return DateTime.fromISO(`${await almanac.factValue('availability.until')}T23:59:59`, { zone }).toMillis();
    }
    if (kind === 'for') {
      const ends = DateTime.fromMillis(await almanac.factValue('meeting.endsAt'), { zone });
      return ends.plus(Duration.fromISO(await almanac.factValue('availability.duration'))).toMillis();
    }
    const lasts = kind === 'course-lifetime' || ['teaching', 'examination'].includes(await almanac.factValue('meeting.kind'));
    return lasts ? await almanac.factValue('meeting.course.closesAt') : null;
  });
  engine.addFact('availability.days', async (_, almanac) => {
    const end = await almanac.factValue('availability.end');
    return end === null ? null : (end - (await almanac.factValue('meeting.endsAt'))) / 86_400_000;
  });
  engine.addFact('availability.endDay', async (_, almanac) =>
    day(DateTime.fromMillis(await almanac.factValue('availability.end'), { zone })),
  );
  engine.addFact('retention.longestDay', async (_, almanac) =>
    day(DateTime.fromMillis(await almanac.factValue('meeting.endsAt'), { zone }).plus(longest)),
  );
}

/** A number of days that the longest retention never falls short of. */
function leastDays(pack) {
  const { years, months, weeks, days } = Duration.fromISO(pack.longestRetention);
  return Math.max(0, (years * 12 + months) * 28 + weeks * 7 + days - 1);
}

function systems(pack, wanted) {
  return (pack.publicationSystems ?? []).filter(wanted).map((one) => bare(one.name));
}
