/** What an event is about, with the roster named among its facts, if one is. */
export interface TrailSubject {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly rosterId: string | null;
}

export interface SubjectPage {
  readonly label: string;
  readonly to: string;
}

const PAGES: Readonly<Record<string, (subject: TrailSubject) => SubjectPage | null>> = {
  acknowledgement: (one) => signing(one, ""),
  allocationTable: ({ subjectId }) => ({ label: "资金下达表", to: `/allocations/${subjectId}` }),
  claimBatch: ({ subjectId }) => ({ label: "补贴申领", to: `/claims/${subjectId}` }),
  employer: ({ subjectId }) => ({ label: "用人单位", to: `/employers/${subjectId}` }),
  fundPot: ({ subjectId }) => ({ label: "资金项目", to: `/funds/${subjectId}` }),
  jobFair: ({ subjectId }) => ({ label: "招聘会", to: `/job-fairs/${subjectId}` }),
  labourBatch: ({ subjectId }) => ({ label: "劳务批次", to: `/labour-batches/${subjectId}` }),
  mediaItem: ({ subjectId }) => ({ label: "影像", to: `/media/${subjectId}` }),
  parameterValue: () => ({ label: "标准参数", to: "/parameters" }),
  person: ({ subjectId }) => ({ label: "人员", to: `/people/${subjectId}` }),
  placement: ({ subjectId }) => ({ label: "就业", to: `/placements/${subjectId}` }),
  policyDocument: ({ subjectId }) => ({ label: "文件", to: `/documents/${subjectId}` }),
  postAppointment: ({ subjectId }) => ({
    label: "聘用登记",
    to: `/posts/appointments/${subjectId}`,
  }),
  postNotice: ({ subjectId }) => ({ label: "公示", to: `/posts/notices/${subjectId}` }),
  postQuota: ({ subjectId }) => ({ label: "岗位指标", to: `/posts/quotas/${subjectId}` }),
  reconciliation: ({ subjectId }) => ({ label: "对账", to: `/reconciliations/${subjectId}` }),
  // A township's or village's code begins with its county's.
  region: ({ subjectId }) => ({ label: "地区", to: `/regions/${subjectId.slice(0, 6)}` }),
  registrySnapshot: ({ subjectId }) => ({ label: "建档立卡数据", to: `/registry/${subjectId}` }),
  roster: ({ subjectId }) => ({ label: "花名册", to: `/rosters/${subjectId}` }),
  rosterLine: (one) => signing(one, `?line=${one.subjectId}`),
  rulePack: ({ subjectId }) => ({ label: "规则包", to: `/rule-packs/${subjectId}` }),
  scanPage: ({ subjectId, rosterId }) =>
    rosterId === null ? null : { label: "扫描页", to: `/rosters/${rosterId}/scans/${subjectId}` },
  student: ({ subjectId }) => ({ label: "在沪职校学生", to: `/students/${subjectId}` }),
  target: ({ subjectId }) => ({ label: "目标任务", to: `/targets/${subjectId}` }),
  trainingClass: ({ subjectId }) => ({ label: "培训班", to: `/classes/${subjectId}` }),
  trainingPlan: ({ subjectId }) => ({ label: "年度培训计划", to: `/plans/${subjectId}` }),
  trainingProvider: ({ subjectId }) => ({ label: "培训机构", to: `/providers/${subjectId}` }),
  vacancy: ({ subjectId }) => ({ label: "岗位", to: `/vacancies/${subjectId}` }),
  wageSheet: ({ subjectId }) => ({ label: "工资表", to: `/wage-sheets/${subjectId}` }),
  workshop: ({ subjectId }) => ({ label: "扶贫车间", to: `/workshops/${subjectId}` }),
};

/** The page of what an event is about; null where there is none that a reader of the trail may open. */
export function subjectPage(subject: TrailSubject): SubjectPage | null {
  return subject.subjectId === "" ? null : (PAGES[subject.subjectKind]?.(subject) ?? null);
}

function signing({ rosterId }: TrailSubject, query: string): SubjectPage | null {
  return rosterId === null
    ? null
    : { label: "签字手印", to: `/rosters/${rosterId}/signing${query}` };
}
