// Generated from schemas/ by `npm run generate`; do not edit.

export type Waivers = Waiver[];
export type Funding = FundingItem[];
export type Status = 'planned' | 'completed' | 'cancelled';
export type OfflineParts = OfflinePart | OfflinePart[];
export type OnlineParts = OnlinePart | OnlinePart[];
export type Publicity = {
  title: string;
  outlet?: string;
  level?: 'hospital' | 'municipal' | 'provincial' | 'national';
  date?: string;
  notes?: string;
}[];
export type Participants = {
  id: string;
  attendance?: 'full' | 'partial' | 'absent';
  score?: number;
  certificate?: {
    number?: string;
    validUntil?: string;
    registered?: boolean;
    notes?: string;
  };
  notes?: string;
}[];
export type Locator = string;
export type Draft = true;
export type OfDocument = number;
export type EditionRecord = EditionRecord1;
export type SessionRecord = Session & SessionRecord1;

export interface Waiver {
  rule: string;
  reason: string;
  approvedBy: string;
  expires?: string;
  notes?: string;
}
export interface FundingItem {
  source: 'provincial-fund' | 'central-fund' | 'residency-fund' | 'self';
  amount: number;
  notes?: string;
}
export interface OfflinePart {
  dates?: string;
  start?: string;
  end?: string;
  days?: number;
  hours?: number;
  methods?: string[];
  venue?: string;
  outOfProvince?: boolean;
  signIn?: boolean;
  phonesBanned?: boolean;
  notes?: string;
}
export interface OnlinePart {
  dates?: string;
  start?: string;
  end?: string;
  days?: number;
  hours?: number;
  methods?: string[];
  venue?: string;
  notes?: string;
}
export interface Preparation {
  start?: string;
  team?: string;
  scheme?: string;
  early?: ('needs' | 'audience' | 'goals' | 'content' | 'teachers' | 'lesson-prep' | 'exam-items' | 'equipment')[];
  late?: ('notice' | 'registration' | 'materials' | 'logistics')[];
  collectivePrep?: string;
  expertReview?: {
    curriculum?: string;
    lessons?: string;
    exam?: string;
    notes?: string;
  };
  notice?: {
    date?: string;
    issuer?: 'center' | 'host';
    notes?: string;
  };
  notes?: string;
}
export interface Exam {
  questions?: {
    single?: number;
    multiple?: number;
    blank?: number;
    trueFalse?: number;
    notes?: string;
  };
  fullMarks?: number;
  passMark?: number;
  sittings?: {
    date?: string;
    covers: ('offline' | 'online')[];
    form?: 'offline' | 'online';
    makeUp?: boolean;
    notes?: string;
  }[];
  notes?: string;
}
export interface Certification {
  date?: string;
  issuer?: 'center' | 'hospital';
  department?: string;
  notes?: string;
}
export interface Summary {
  submitted?: string;
  archive?: (
    | 'attendees'
    | 'attendance'
    | 'exam'
    | 'evaluation'
    | 'support'
    | 'experience'
    | 'shortcomings'
    | 'suggestions'
    | 'schedule'
    | 'slides'
  )[];
  notes?: string;
}
export interface Session {
  id?: string;
  title: string;
  level: 'hospital' | 'provincial';
  audience: ('managers' | 'faculty')[];
  host?: string[];
  programs?: ('residency' | 'assistant-gp')[];
  roles?: (
    | 'hospital-leader'
    | 'education-office'
    | 'specialty-base-head'
    | 'department-head'
    | 'teaching-secretary'
    | 'grassroots-manager'
  )[];
  specialty?: string[];
  stages?: string[];
  headcount?: number;
  managersCount?: number;
  facultyCount?: number;
  status?: Status;
  topics?: string[];
  dates?: string;
  hours?: number;
  venue?: string;
  offline?: OfflineParts;
  online?: OnlineParts;
  preparation?: Preparation;
  exam?: Exam;
  publicity?: Publicity;
  funding?: Funding;
  participants?: Participants;
  certification?: Certification;
  summary?: Summary;
  waivers?: Waivers;
  notes?: string;
}
export interface Words {
  zh: string;
  en: string;
}
export interface Clause {
  draft?: Draft;
  clause: Locator;
  summary: Words;
  owedBy: Words;
  rules?: string[];
  reason?: Words;
  document?: OfDocument;
}
export interface Training {
  annex?: {
    draft?: Draft;
        value: {
      category: string;
            host: string | string[];
            month?: number | number[];
      days?: number;
      headcount?: number;
            stages?: string[];
    }[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  appropriations?: {
    draft?: Draft;
        value: {
      category: string;
      fund: 'provincial-fund' | 'central-fund' | 'residency-fund' | 'self';
      amount?: number;
      perHead?: number;
    }[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  archiveItems?: {
    draft?: Draft;
        value: (
      | 'attendees'
      | 'attendance'
      | 'exam'
      | 'evaluation'
      | 'support'
      | 'experience'
      | 'shortcomings'
      | 'suggestions'
      | 'schedule'
      | 'slides'
    )[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  assistantGpSessions?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  baseFunds?: {
    draft?: Draft;
        value: ('provincial-fund' | 'central-fund' | 'residency-fund' | 'self')[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  baseMidyear?: {
    draft?: Draft;
    value: string;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  baseMidyearSessions?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  bulletinDue?: {
    draft?: Draft;
    value: string;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  categories?: {
    draft?: Draft;
        value: {
      code: string;
      name: {
        zh: string;
        en: string;
      };
      audience: 'managers' | 'faculty';
            specialties?: string[];
            roles?: (
        | 'hospital-leader'
        | 'education-office'
        | 'specialty-base-head'
        | 'department-head'
        | 'teaching-secretary'
        | 'grassroots-manager'
      )[];
    }[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  certificateIssuer?: {
    draft?: Draft;
    value: 'center' | 'hospital';
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  certificateRecord?: {
    draft?: Draft;
        value: ('number' | 'validUntil' | 'registered')[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  certificateWorkingDays?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  earlyPreparation?: {
    draft?: Draft;
        value: ('needs' | 'audience' | 'goals' | 'content' | 'teachers' | 'lesson-prep' | 'exam-items' | 'equipment')[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  examFullMarks?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  examPassMark?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  examQuestionTypes?: {
    draft?: Draft;
        value: ('single' | 'multiple' | 'blank' | 'trueFalse')[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  examQuestionsEach?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  expertReviews?: {
    draft?: Draft;
        value: ('curriculum' | 'lessons' | 'exam')[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  facultyTopics?: {
    draft?: Draft;
        value: string[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  fieldVisits?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  hospitalAttendance?: {
    draft?: Draft;
        value: ('full' | 'partial' | 'absent')[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  hospitalGpOfflineHours?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  hospitalOfflineHours?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  hospitalOnlineHours?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  hospitalWindowDays?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  hoursPerDay?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  jointExamForm?: {
    draft?: Draft;
    value: 'offline' | 'online';
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  latePreparation?: {
    draft?: Draft;
        value: ('notice' | 'registration' | 'materials' | 'logistics')[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  leadMonths?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  leadSteps?: {
    draft?: Draft;
        value: ('start' | 'team' | 'scheme' | 'collectivePrep')[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  longGpOfflineDays?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  longGpStages?: {
    draft?: Draft;
        value: string[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  managersTopics?: {
    draft?: Draft;
        value: string[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  noticeIssuer?: {
    draft?: Draft;
    value: 'center' | 'host';
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  offlineMeasures?: {
    draft?: Draft;
        value: ('outOfProvince' | 'signIn' | 'phonesBanned')[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  offlineShare?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  onlineShare?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  outOfProvinceBatches?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  preparationMonths?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  provinceCategories?: {
    draft?: Draft;
        value: string[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  provinceFaculty?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  provinceManagers?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  provinceMidyear?: {
    draft?: Draft;
    value: string;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  provinceMidyearSessions?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  provinceSessions?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  provincialAttendance?: {
    draft?: Draft;
        value: ('full' | 'partial' | 'absent')[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  provincialDeadline?: {
    draft?: Draft;
    value: string;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  provincialOfflineDays?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  provincialWindowDays?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  publicityItems?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  publicityLevels?: {
    draft?: Draft;
        value: ('hospital' | 'municipal' | 'provincial' | 'national')[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  residencySessions?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  separateRoles?: {
    draft?: Draft;
        value: (
      | 'hospital-leader'
      | 'education-office'
      | 'specialty-base-head'
      | 'department-head'
      | 'teaching-secretary'
      | 'grassroots-manager'
    )[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  summaryDays?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  tcmDocument?: {
    draft?: Draft;
    value: {
      zh: string;
      en: string;
    };
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
}
export interface Pairing {
  agreementContents?: {
    draft?: Draft;
        value: ('duties' | 'rights' | 'obligations' | 'work-plan' | 'tasks')[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  areas?: {
    draft?: Draft;
        value: {
      area: 'department' | 'management' | 'incentive' | 'teaching' | 'faculty';
            items: (
        | 'ward'
        | 'clinic'
        | 'staffing'
        | 'exchange'
        | 'three-level'
        | 'supervision'
        | 'annual-review'
        | 'regime-teaching'
        | 'regime-faculty'
        | 'regime-trainees'
        | 'regime-records'
        | 'regime-finance'
        | 'regime-assessment'
        | 'regime-support'
        | 'performance-pay'
        | 'income-parity'
        | 'promotion'
        | 'appointment'
        | 'orientation'
        | 'rotation'
        | 'process-assessment'
        | 'public-theory'
        | 'review-360'
        | 'ward-round'
        | 'case-discussion'
        | 'mini-lecture'
        | 'clinical-skills'
        | 'basic-training'
        | 'exam-pass-rate'
        | 'selection'
        | 'training'
        | 'evaluation'
        | 'reward-penalty'
        | 'exit'
        | 'certification'
        | 'key-posts'
        | 'clinical-teachers'
      )[];
      clause: string;
    }[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  filingDeadline?: {
    draft?: Draft;
    value: string;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  incomeParity?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  leadingGroup?: {
    draft?: Draft;
        value: {
      seat: 'leader' | 'deputies' | 'members';
      post: 'base-head' | 'leader-in-charge' | 'office-head' | 'gp-base-head';
      side?: 'helper' | 'helped';
    }[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  meetingMonths?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  pairs?: {
    draft?: Draft;
        value: {
      helper: string;
            helped: string[];
    }[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  planYears?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  surveys?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  termYears?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
}
export interface Haikou {
  assessmentIndicators?: {
    draft?: Draft;
        value: ('visits' | 'health' | 'contracts' | 'satisfaction')[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  basicPayShare?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  continuingEducation?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  densityResidents?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  departmentDeadline?: {
    draft?: Draft;
    value: string;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  departmentHospitals?: {
    draft?: Draft;
        value: string[][];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  gpDensity?: {
    draft?: Draft;
        value: {
      from: number;
      value: number;
    }[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  guidanceDeadline?: {
    draft?: Draft;
    value: string;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  orientedJuniorCollege?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  orientedUndergraduates?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  postUplift?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  practiceBases?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  practiceBasesFrom?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  recruitmentFrom?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  recruitmentShare?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  surplusIncentive?: {
    draft?: Draft;
    value: number;
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
  traineeAgreement?: {
    draft?: Draft;
        value: ('benefits' | 'serviceYears' | 'breach')[];
    clause: Locator;
    document?: OfDocument;
    title?: Words;
  };
}
export interface Rule {
  draft?: Draft;
  clause?: string;
  modality?: 'must' | 'in-principle' | 'target' | 'guide' | 'note' | 'off';
  note?: Words;
  document?: OfDocument;
}
export interface Member {
  name?: string;
  side: 'helper' | 'helped';
  post: 'base-head' | 'leader-in-charge' | 'office-head' | 'gp-base-head';
  notes?: string;
}
export interface OutOfProvinceBatch {
  title: string;
  category: 'national' | 'other-province';
  audience?: ('managers' | 'faculty')[];
  dates?: string;
  start?: string;
  end?: string;
  location?: string;
  headcount?: number;
  status?: Status;
  funding?: Funding;
  notes?: string;
}
export interface BasesRecord {
  bases: {
    name: string;
        aliases: {
      name: string;
      since?: number;
    }[];
  }[];
}
export interface CityProgramRecord {
  kind: 'city-program';
  city: string;
  year: number;
  residents?: number;
  qualifiedGps?: number;
  gpsPer10k?: number;
  hospitals?: {
    name: string;
    gpDepartment?: {
      independent?: boolean;
      since?: string;
      notes?: string;
    };
    notes?: string;
  }[];
  practiceBases?: number;
  recruitment?: {
    year: number;
    base?: string;
    total: number;
    gp: number;
    notes?: string;
  }[];
  orientedGraduates?: {
    undergraduate?: {
      total?: number;
      enrolled?: number;
      notes?: string;
    };
    juniorCollege?: {
      total?: number;
      enrolled?: number;
      notes?: string;
    };
    notes?: string;
  };
  trainees?: {
    id: string;
    agreement?: {
      benefits?: boolean;
      serviceYears?: number;
      breach?: boolean;
      notes?: string;
    };
    payKept?: boolean;
    breached?: boolean;
    creditRecord?: boolean;
    notes?: string;
  }[];
  institutions?: {
    name: string;
    budgetManaged?: boolean;
    surplus?: {
      available?: number;
      incentive?: number;
      notes?: string;
    };
    performancePay?: {
      total?: number;
      basic?: number;
      notes?: string;
    };
    gpAllowance?: boolean;
    postUplift?: number;
    contractIncomeInTotal?: boolean;
    notes?: string;
  }[];
  gps?: {
    id: string;
    registered?: boolean;
    benefits?: boolean;
    notes?: string;
  }[];
  continuingEducation?: {
    total?: number;
    covered?: number;
    notes?: string;
  };
  assessment?: {
    issued?: string;
    indicators?: ('visits' | 'health' | 'contracts' | 'satisfaction')[];
    notes?: string;
  };
  waivers?: Waivers;
  notes?: string;
}
export interface ConfigRecord {
  include?: string[];
  exclude?: string[];
  lang?: 'zh' | 'en';
  complete?: boolean;
  failOn?: 'error' | 'warning' | 'info' | 'never';
  maxWarnings?: number;
  rules?: {
    [k: string]: 'off' | 'info' | 'warning' | 'error';
  };
  editions?: string[];
  bases?: {
    name: string;
    aliases?: string[];
    types?: ('residency' | 'assistant-gp' | 'tcm')[];
  }[];
}
export interface EditionRecord1 {
  notice: 'training' | 'pairing' | 'haikou';
  edition: string;
  draft?: true;
  document: Words;
    documents?: Words[];
  issued: string;
  governs: {
    from?: number;
    to?: number;
        cities?: string[];
  };
  names?: string[];
  values: {};
  clauses?: Clause[];
  rules?: {
    [k: string]: Rule;
  };
}
export interface PairingRecord {
  kind: 'pairing';
  helper: string;
  helped: string;
  agreement?: {
    signed?: string;
    start?: string;
    end?: string;
    filed?: string;
    contents?: ('duties' | 'rights' | 'obligations' | 'work-plan' | 'tasks')[];
    notes?: string;
  };
  leadingGroup?: {
    established?: string;
    leader?: Member;
    deputies?: Member[];
    members?: Member[];
    meetingEvery?: number | string;
    meetings?: {
      date: string;
      agenda?: string[];
      notes?: string;
    }[];
    notes?: string;
  };
  surveys?: {
    date: string;
    team?: string[];
    findings?: string[];
    notes?: string;
  }[];
  plan?: {
    adopted?: string;
    start?: string;
    end?: string;
    notes?: string;
  };
  tasks?: {
    id: string;
    title: string;
    area: 'department' | 'management' | 'incentive' | 'teaching' | 'faculty';
    items?: (
      | 'ward'
      | 'clinic'
      | 'staffing'
      | 'exchange'
      | 'three-level'
      | 'supervision'
      | 'annual-review'
      | 'regime-teaching'
      | 'regime-faculty'
      | 'regime-trainees'
      | 'regime-records'
      | 'regime-finance'
      | 'regime-assessment'
      | 'regime-support'
      | 'performance-pay'
      | 'income-parity'
      | 'promotion'
      | 'appointment'
      | 'orientation'
      | 'rotation'
      | 'process-assessment'
      | 'public-theory'
      | 'review-360'
      | 'ward-round'
      | 'case-discussion'
      | 'mini-lecture'
      | 'clinical-skills'
      | 'basic-training'
      | 'exam-pass-rate'
      | 'selection'
      | 'training'
      | 'evaluation'
      | 'reward-penalty'
      | 'exit'
      | 'certification'
      | 'key-posts'
      | 'clinical-teachers'
    )[];
    owner?: string;
    due?: string;
    status?: 'open' | 'closed';
    closedOn?: string;
    evidence?: string[];
    notes?: string;
  }[];
  indicators?: {
    gpIncome?: number;
    peerIncome?: number;
    notes?: string;
  };
  evaluations?: {
    date: string;
    level?: 'national' | 'provincial';
    result: 'passed' | 'failed';
    notes?: string;
  }[];
  communication?: string;
  waivers?: Waivers;
  notes?: string;
}
export interface PlanRecord {
  kind: 'plan';
  year: number;
  base: {
    name: string;
    types: ('residency' | 'assistant-gp' | 'tcm')[];
    notes?: string;
  };
  sessions?: Session[];
  outOfProvince?: OutOfProvinceBatch[];
  waivers?: Waivers;
  notes?: string;
}
export interface ProvinceRecord {
  kind: 'province';
  year: number;
  sessions?: Session[];
  bulletin?: string;
  waivers?: Waivers;
  notes?: string;
}
export interface SessionRecord1 {
  kind: 'session';
  year: number;
  base: string;
}
export interface SpecialtiesRecord {
  specialties: {
    code: string;
    name: string;
        also?: string[];
  }[];
}
