-- The intake serves every ledger, not only the rosters of classes.
ALTER TABLE "roster_import" ALTER COLUMN "class_id" DROP NOT NULL,
  ADD COLUMN "layout" TEXT NOT NULL DEFAULT 'training';
ALTER TABLE "roster_import_row" ADD COLUMN "home_county_code" TEXT,
  ADD COLUMN "fields" JSONB NOT NULL DEFAULT '{}';

CREATE TABLE "employer" (
    "id" UUID NOT NULL,
    "owner_code" TEXT NOT NULL,
    "credit_code" TEXT,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "region_code" TEXT,
    "address" TEXT NOT NULL DEFAULT '',
    "contact_name" TEXT NOT NULL DEFAULT '',
    "contact_phone_sealed" BYTEA,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "employer_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "labour_batch" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "intermediary_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "organised_on" DATE NOT NULL,
    "workplace_code" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "labour_batch_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "vacancy" (
    "id" UUID NOT NULL,
    "owner_code" TEXT NOT NULL,
    "employer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "workplace_code" TEXT NOT NULL,
    "headcount" INTEGER NOT NULL,
    "wage_from_fen" INTEGER,
    "wage_to_fen" INTEGER,
    "requirement" TEXT NOT NULL DEFAULT '',
    "open_from" DATE NOT NULL,
    "open_to" DATE,
    "closed_at" TIMESTAMPTZ(3),
    "closed_reason" TEXT,
    "source" TEXT NOT NULL DEFAULT '',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "vacancy_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "job_fair" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "district_code" TEXT,
    "name" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "held_to" DATE,
    "place" TEXT NOT NULL DEFAULT '',
    "organiser" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ(3),
    "removed_reason" TEXT,

    CONSTRAINT "job_fair_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "job_fair_employer" (
    "fair_id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "posts" INTEGER NOT NULL,
    "headcount" INTEGER NOT NULL,

    CONSTRAINT "job_fair_employer_pkey" PRIMARY KEY ("fair_id","employer_id")
);

CREATE TABLE "job_fair_participant" (
    "id" UUID NOT NULL,
    "fair_id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "employer_id" UUID,
    "placement_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "job_fair_participant_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "work_file" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "uploaded_by" UUID NOT NULL,
    "uploaded_by_name" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by_name" TEXT,
    "void_reason" TEXT,

    CONSTRAINT "work_file_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "poverty_workshop" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "employer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "recognised_on" DATE NOT NULL,
    "recognised_by" TEXT NOT NULL,
    "document_number" TEXT NOT NULL,
    "valid_to" DATE,
    "withdrawn_on" DATE,
    "withdrawn_reason" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "poverty_workshop_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "vocational_student" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "school_name" TEXT NOT NULL,
    "district_code" TEXT,
    "major" TEXT NOT NULL,
    "enrolled_on" DATE NOT NULL,
    "graduates_on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "placement_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "vocational_student_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "student_step" (
    "id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "done_on" DATE NOT NULL,
    "employer_id" UUID,
    "vacancy_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_by" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "student_step_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "placement" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "id_index" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "pinyin_initials" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "township" TEXT NOT NULL DEFAULT '',
    "village" TEXT NOT NULL DEFAULT '',
    "employer_id" UUID NOT NULL,
    "employer_name" TEXT NOT NULL,
    "workplace_code" TEXT NOT NULL,
    "destination" TEXT NOT NULL DEFAULT '',
    "form" TEXT NOT NULL,
    "arrangement" TEXT NOT NULL,
    "contract_kind" TEXT NOT NULL,
    "contract_from" DATE,
    "contract_to" DATE,
    "job_title" TEXT NOT NULL DEFAULT '',
    "monthly_wage_fen" INTEGER,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "end_reason" TEXT NOT NULL DEFAULT '',
    "batch_id" UUID,
    "vacancy_id" UUID,
    "class_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "findings" JSONB NOT NULL DEFAULT '[]',
    "verified_snapshot_id" UUID,
    "verified_category" TEXT,
    "verified_on" DATE,
    "evidence_count" INTEGER NOT NULL DEFAULT 0,
    "next_follow_up_on" DATE,
    "last_contact_on" DATE,
    "last_outcome" TEXT,
    "unreachable_count" INTEGER NOT NULL DEFAULT 0,
    "import_id" UUID,
    "sheet_row" INTEGER,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ(3),
    "removed_reason" TEXT,

    CONSTRAINT "placement_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "placement_evidence" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "placement_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_month" DATE,
    "to_month" DATE,
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "uploaded_by" UUID NOT NULL,
    "uploaded_by_name" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by_name" TEXT,
    "void_reason" TEXT,

    CONSTRAINT "placement_evidence_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "follow_up" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "placement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "due_on" DATE,
    "contacted_on" DATE NOT NULL,
    "method" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "monthly_wage_fen" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "help_asked" TEXT NOT NULL DEFAULT '',
    "help_given" TEXT,
    "help_given_on" DATE,
    "help_given_by" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "target" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "period_from" DATE NOT NULL,
    "deadline_on" DATE NOT NULL,
    "document_number" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "clause" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "basis" TEXT NOT NULL,
    "may_share" BOOLEAN NOT NULL DEFAULT true,
    "basis_is_stated" BOOLEAN NOT NULL DEFAULT false,
    "must_exceed" BOOLEAN NOT NULL DEFAULT false,
    "value" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "revises_id" UUID,
    "revision_reason" TEXT NOT NULL DEFAULT '',
    "entered_by" UUID NOT NULL,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "target_share" (
    "target_id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "value" INTEGER,

    CONSTRAINT "target_share_pkey" PRIMARY KEY ("target_id","area_code")
);

CREATE TABLE "placement_change" (
    "id" BIGSERIAL NOT NULL,
    "county_code" TEXT NOT NULL,

    CONSTRAINT "placement_change_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reconciliation" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "measure" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "county_figure" INTEGER,
    "district_figure" INTEGER,
    "district_figure_kind" TEXT,
    "explanation" TEXT NOT NULL DEFAULT '',
    "county_signed_by" UUID,
    "county_signed_by_name" TEXT,
    "county_signed_at" TIMESTAMPTZ(3),
    "district_signed_by" UUID,
    "district_signed_by_name" TEXT,
    "district_signed_at" TIMESTAMPTZ(3),
    "locked_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reconciliation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reconciliation_line" (
    "id" UUID NOT NULL,
    "reconciliation_id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "id_index" BYTEA NOT NULL,
    "id_sealed" BYTEA NOT NULL,
    "person_id" UUID,
    "placement_id" UUID,
    "name" TEXT NOT NULL,
    "masked_id" TEXT NOT NULL,
    "employer_name" TEXT NOT NULL DEFAULT '',
    "started_on" DATE,
    "district_name" TEXT NOT NULL DEFAULT '',
    "district_employer" TEXT NOT NULL DEFAULT '',
    "district_start_on" DATE,
    "explanation_kind" TEXT,
    "explanation" TEXT NOT NULL DEFAULT '',
    "explained_by" UUID,
    "explained_by_name" TEXT,
    "explained_at" TIMESTAMPTZ(3),

    CONSTRAINT "reconciliation_line_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reconciliation_step" (
    "id" UUID NOT NULL,
    "reconciliation_id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "figure" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "file_id" UUID,
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reconciliation_step_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "employer_credit_code_key" ON "employer"("credit_code");

CREATE INDEX "employer_owner_code_name_idx" ON "employer"("owner_code", "name");

CREATE INDEX "employer_name_id_idx" ON "employer"("name", "id");

CREATE UNIQUE INDEX "labour_batch_county_code_name_key" ON "labour_batch"("county_code", "name");

CREATE INDEX "vacancy_employer_id_idx" ON "vacancy"("employer_id");

CREATE INDEX "vacancy_open_from_id_idx" ON "vacancy"("open_from", "id");

CREATE INDEX "job_fair_county_code_held_on_idx" ON "job_fair"("county_code", "held_on");

CREATE INDEX "job_fair_participant_person_id_idx" ON "job_fair_participant"("person_id");

CREATE UNIQUE INDEX "job_fair_participant_fair_id_person_id_key" ON "job_fair_participant"("fair_id", "person_id");

CREATE INDEX "work_file_subject_id_idx" ON "work_file"("subject_id");

CREATE INDEX "poverty_workshop_county_code_recognised_on_idx" ON "poverty_workshop"("county_code", "recognised_on");

CREATE INDEX "poverty_workshop_employer_id_idx" ON "poverty_workshop"("employer_id");

CREATE INDEX "vocational_student_county_code_graduates_on_idx" ON "vocational_student"("county_code", "graduates_on");

CREATE INDEX "vocational_student_person_id_idx" ON "vocational_student"("person_id");

CREATE INDEX "student_step_student_id_idx" ON "student_step"("student_id");

CREATE INDEX "placement_county_code_name_id_idx" ON "placement"("county_code", "name", "id");

CREATE INDEX "placement_county_code_pinyin_initials_id_idx" ON "placement"("county_code", "pinyin_initials", "id");

CREATE INDEX "placement_county_code_started_on_id_idx" ON "placement"("county_code", "started_on", "id");

CREATE INDEX "placement_county_code_next_follow_up_on_id_idx" ON "placement"("county_code", "next_follow_up_on", "id");

CREATE INDEX "placement_person_id_idx" ON "placement"("person_id");

CREATE INDEX "placement_id_index_idx" ON "placement"("id_index");

CREATE INDEX "placement_employer_id_idx" ON "placement"("employer_id");

CREATE INDEX "placement_batch_id_idx" ON "placement"("batch_id");

CREATE INDEX "placement_vacancy_id_idx" ON "placement"("vacancy_id");

CREATE INDEX "placement_evidence_placement_id_idx" ON "placement_evidence"("placement_id");

CREATE INDEX "placement_evidence_file_id_idx" ON "placement_evidence"("file_id");

CREATE INDEX "follow_up_placement_id_idx" ON "follow_up"("placement_id");

CREATE INDEX "follow_up_person_id_idx" ON "follow_up"("person_id");

CREATE INDEX "follow_up_county_code_contacted_on_idx" ON "follow_up"("county_code", "contacted_on");

CREATE UNIQUE INDEX "target_revises_id_key" ON "target"("revises_id");

CREATE INDEX "target_region_code_deadline_on_idx" ON "target"("region_code", "deadline_on");

CREATE INDEX "target_share_area_code_idx" ON "target_share"("area_code");

CREATE INDEX "placement_change_county_code_id_idx" ON "placement_change"("county_code", "id");

CREATE INDEX "reconciliation_district_code_month_idx" ON "reconciliation"("district_code", "month");

CREATE UNIQUE INDEX "reconciliation_county_code_district_code_month_measure_key" ON "reconciliation"("county_code", "district_code", "month", "measure");

CREATE UNIQUE INDEX "reconciliation_line_reconciliation_id_round_id_index_key" ON "reconciliation_line"("reconciliation_id", "round", "id_index");

CREATE INDEX "reconciliation_step_reconciliation_id_idx" ON "reconciliation_step"("reconciliation_id");

ALTER TABLE "placement_evidence" ADD CONSTRAINT "placement_evidence_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "target_share" ADD CONSTRAINT "target_share_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "reconciliation_line" ADD CONSTRAINT "reconciliation_line_reconciliation_id_fkey" FOREIGN KEY ("reconciliation_id") REFERENCES "reconciliation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "reconciliation_step" ADD CONSTRAINT "reconciliation_step_reconciliation_id_fkey" FOREIGN KEY ("reconciliation_id") REFERENCES "reconciliation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
