// Generated from the folder by `npm run generate`; do not edit.
import type { Rule } from '../engine/rule.ts';
import dataBaseType from './data/base-type.ts';
import dataCompletedInFuture from './data/completed-in-future.ts';
import dataDailyHours from './data/daily-hours.ts';
import dataDateOrder from './data/date-order.ts';
import dataDuplicateId from './data/duplicate-id.ts';
import dataDuplicateRecord from './data/duplicate-record.ts';
import dataImplausibleDate from './data/implausible-date.ts';
import dataMissingPlan from './data/missing-plan.ts';
import dataNearName from './data/near-name.ts';
import dataNoDates from './data/no-dates.ts';
import dataNoEdition from './data/no-edition.ts';
import dataNotJudged from './data/not-judged.ts';
import dataOtherHost from './data/other-host.ts';
import dataPartOverWhole from './data/part-over-whole.ts';
import dataSameSession from './data/same-session.ts';
import dataStalePlan from './data/stale-plan.ts';
import dataUnrecognisedSpecialty from './data/unrecognised-specialty.ts';
import dataWaiverExpired from './data/waiver-expired.ts';
import dataWaiverNotAllowed from './data/waiver-not-allowed.ts';
import dataWaiverUnknownRule from './data/waiver-unknown-rule.ts';
import dataWaiverUnused from './data/waiver-unused.ts';
import dataYear from './data/year.ts';
import haikouAssessmentGuidance from './haikou/assessment-guidance.ts';
import haikouAssessmentIndicators from './haikou/assessment-indicators.ts';
import haikouBasicPayShare from './haikou/basic-pay-share.ts';
import haikouBreachRecord from './haikou/breach-record.ts';
import haikouContinuingEducation from './haikou/continuing-education.ts';
import haikouContractIncome from './haikou/contract-income.ts';
import haikouDelegatePay from './haikou/delegate-pay.ts';
import haikouGpAllowance from './haikou/gp-allowance.ts';
import haikouGpDensity from './haikou/gp-density.ts';
import haikouGpDepartment from './haikou/gp-department.ts';
import haikouGpRecruitmentGrowth from './haikou/gp-recruitment-growth.ts';
import haikouGpRecruitmentShare from './haikou/gp-recruitment-share.ts';
import haikouOrientedJuniorCollege from './haikou/oriented-junior-college.ts';
import haikouOrientedUndergraduates from './haikou/oriented-undergraduates.ts';
import haikouPostUplift from './haikou/post-uplift.ts';
import haikouPracticeBases from './haikou/practice-bases.ts';
import haikouPracticeRegistration from './haikou/practice-registration.ts';
import haikouRegistrationBenefits from './haikou/registration-benefits.ts';
import haikouSurplusIncentive from './haikou/surplus-incentive.ts';
import haikouTraineeAgreement from './haikou/trainee-agreement.ts';
import pairingAgreementContents from './pairing/agreement-contents.ts';
import pairingAgreementSigned from './pairing/agreement-signed.ts';
import pairingAreaItems from './pairing/area-items.ts';
import pairingCommunication from './pairing/communication.ts';
import pairingContentAreas from './pairing/content-areas.ts';
import pairingEvaluation from './pairing/evaluation.ts';
import pairingFieldSurvey from './pairing/field-survey.ts';
import pairingFilingDeadline from './pairing/filing-deadline.ts';
import pairingIncomeParity from './pairing/income-parity.ts';
import pairingLeadingGroup from './pairing/leading-group.ts';
import pairingListed from './pairing/listed.ts';
import pairingMeetings from './pairing/meetings.ts';
import pairingNetworkCoverage from './pairing/network-coverage.ts';
import pairingTaskCloseout from './pairing/task-closeout.ts';
import pairingTaskInTerm from './pairing/task-in-term.ts';
import pairingTaskList from './pairing/task-list.ts';
import pairingTerm from './pairing/term.ts';
import pairingThreeYearPlan from './pairing/three-year-plan.ts';
import trainingAnnexDays from './training/annex-days.ts';
import trainingAnnexHeadcount from './training/annex-headcount.ts';
import trainingAnnexHost from './training/annex-host.ts';
import trainingAnnexMonth from './training/annex-month.ts';
import trainingAnnexStage from './training/annex-stage.ts';
import trainingArchive from './training/archive.ts';
import trainingBaseMidyearCount from './training/base-midyear-count.ts';
import trainingBaseOutOfProvince from './training/base-out-of-province.ts';
import trainingBaseSessionCount from './training/base-session-count.ts';
import trainingBlendedFormat from './training/blended-format.ts';
import trainingCertificateDeadline from './training/certificate-deadline.ts';
import trainingCertificateEligibility from './training/certificate-eligibility.ts';
import trainingCertificateIssuer from './training/certificate-issuer.ts';
import trainingCollectiveLessonPrep from './training/collective-lesson-prep.ts';
import trainingCompletionWindow from './training/completion-window.ts';
import trainingExamForm from './training/exam-form.ts';
import trainingExamQuestionMix from './training/exam-question-mix.ts';
import trainingExamRequired from './training/exam-required.ts';
import trainingExamScope from './training/exam-scope.ts';
import trainingExamScoring from './training/exam-scoring.ts';
import trainingExamTiming from './training/exam-timing.ts';
import trainingExpertReview from './training/expert-review.ts';
import trainingFacultyCertificateRecord from './training/faculty-certificate-record.ts';
import trainingFacultyClassification from './training/faculty-classification.ts';
import trainingGrassrootsSeparate from './training/grassroots-separate.ts';
import trainingHospitalFunding from './training/hospital-funding.ts';
import trainingHospitalGpOffline from './training/hospital-gp-offline.ts';
import trainingHospitalOfflineDuration from './training/hospital-offline-duration.ts';
import trainingHospitalOnlineDuration from './training/hospital-online-duration.ts';
import trainingManagerRoles from './training/manager-roles.ts';
import trainingMethods from './training/methods.ts';
import trainingNotice from './training/notice.ts';
import trainingOfflineDiscipline from './training/offline-discipline.ts';
import trainingOfflineFirst from './training/offline-first.ts';
import trainingPreparationEarly from './training/preparation-early.ts';
import trainingPreparationLate from './training/preparation-late.ts';
import trainingPreparationPeriod from './training/preparation-period.ts';
import trainingProvinceBulletin from './training/province-bulletin.ts';
import trainingProvinceFieldVisit from './training/province-field-visit.ts';
import trainingProvinceHeadcount from './training/province-headcount.ts';
import trainingProvinceMidyearCount from './training/province-midyear-count.ts';
import trainingProvinceSessionCount from './training/province-session-count.ts';
import trainingProvinceSessionMix from './training/province-session-mix.ts';
import trainingProvincialDeadline from './training/provincial-deadline.ts';
import trainingProvincialFunding from './training/provincial-funding.ts';
import trainingProvincialLeadTime from './training/provincial-lead-time.ts';
import trainingProvincialOfflineDuration from './training/provincial-offline-duration.ts';
import trainingProvincialOnlineRatio from './training/provincial-online-ratio.ts';
import trainingPublicity from './training/publicity.ts';
import trainingPublicityChannel from './training/publicity-channel.ts';
import trainingSummaryDeadline from './training/summary-deadline.ts';
import trainingTcmBase from './training/tcm-base.ts';
import trainingTopics from './training/topics.ts';

/** Every rule, in order of the ids. */
export const rules: readonly Rule[] = [
  dataBaseType,
  dataCompletedInFuture,
  dataDailyHours,
  dataDateOrder,
  dataDuplicateId,
  dataDuplicateRecord,
  dataImplausibleDate,
  dataMissingPlan,
  dataNearName,
  dataNoDates,
  dataNoEdition,
  dataNotJudged,
  dataOtherHost,
  dataPartOverWhole,
  dataSameSession,
  dataStalePlan,
  dataUnrecognisedSpecialty,
  dataWaiverExpired,
  dataWaiverNotAllowed,
  dataWaiverUnknownRule,
  dataWaiverUnused,
  dataYear,
  haikouAssessmentGuidance,
  haikouAssessmentIndicators,
  haikouBasicPayShare,
  haikouBreachRecord,
  haikouContinuingEducation,
  haikouContractIncome,
  haikouDelegatePay,
  haikouGpAllowance,
  haikouGpDensity,
  haikouGpDepartment,
  haikouGpRecruitmentGrowth,
  haikouGpRecruitmentShare,
  haikouOrientedJuniorCollege,
  haikouOrientedUndergraduates,
  haikouPostUplift,
  haikouPracticeBases,
  haikouPracticeRegistration,
  haikouRegistrationBenefits,
  haikouSurplusIncentive,
  haikouTraineeAgreement,
  pairingAgreementContents,
  pairingAgreementSigned,
  pairingAreaItems,
  pairingCommunication,
  pairingContentAreas,
  pairingEvaluation,
  pairingFieldSurvey,
  pairingFilingDeadline,
  pairingIncomeParity,
  pairingLeadingGroup,
  pairingListed,
  pairingMeetings,
  pairingNetworkCoverage,
  pairingTaskCloseout,
  pairingTaskInTerm,
  pairingTaskList,
  pairingTerm,
  pairingThreeYearPlan,
  trainingAnnexDays,
  trainingAnnexHeadcount,
  trainingAnnexHost,
  trainingAnnexMonth,
  trainingAnnexStage,
  trainingArchive,
  trainingBaseMidyearCount,
  trainingBaseOutOfProvince,
  trainingBaseSessionCount,
  trainingBlendedFormat,
  trainingCertificateDeadline,
  trainingCertificateEligibility,
  trainingCertificateIssuer,
  trainingCollectiveLessonPrep,
  trainingCompletionWindow,
  trainingExamForm,
  trainingExamQuestionMix,
  trainingExamRequired,
  trainingExamScope,
  trainingExamScoring,
  trainingExamTiming,
  trainingExpertReview,
  trainingFacultyCertificateRecord,
  trainingFacultyClassification,
  trainingGrassrootsSeparate,
  trainingHospitalFunding,
  trainingHospitalGpOffline,
  trainingHospitalOfflineDuration,
  trainingHospitalOnlineDuration,
  trainingManagerRoles,
  trainingMethods,
  trainingNotice,
  trainingOfflineDiscipline,
  trainingOfflineFirst,
  trainingPreparationEarly,
  trainingPreparationLate,
  trainingPreparationPeriod,
  trainingProvinceBulletin,
  trainingProvinceFieldVisit,
  trainingProvinceHeadcount,
  trainingProvinceMidyearCount,
  trainingProvinceSessionCount,
  trainingProvinceSessionMix,
  trainingProvincialDeadline,
  trainingProvincialFunding,
  trainingProvincialLeadTime,
  trainingProvincialOfflineDuration,
  trainingProvincialOnlineRatio,
  trainingPublicity,
  trainingPublicityChannel,
  trainingSummaryDeadline,
  trainingTcmBase,
  trainingTopics,
];
