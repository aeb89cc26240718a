-- A roster is signed for a class or for a month of wages.
ALTER TABLE "roster" ALTER COLUMN "class_id" DROP NOT NULL,
  ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'TRAINING';

CREATE TABLE "payee_account" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "holder_name" TEXT NOT NULL,
    "bank_name" TEXT NOT NULL,
    "account_index" BYTEA NOT NULL,
    "account_sealed" BYTEA NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3),
    "vouched_by" UUID,
    "vouched_by_name" TEXT NOT NULL DEFAULT '',
    "vouched_at" TIMESTAMPTZ(3),
    "vouch_note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "payee_account_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "post_quota" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "township" TEXT NOT NULL DEFAULT '',
    "village" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "employer" TEXT NOT NULL,
    "posts" INTEGER NOT NULL,
    "monthly_rate_fen" INTEGER NOT NULL,
    "fund_source" TEXT NOT NULL,
    "document_number" TEXT NOT NULL,
    "issuer" TEXT NOT NULL DEFAULT '',
    "issued_on" DATE,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "closed_at" TIMESTAMPTZ(3),
    "closed_reason" TEXT,
    "created_by" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "post_quota_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "post_appointment" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "quota_id" UUID,
    "person_id" UUID NOT NULL,
    "id_index" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "pinyin_initials" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "township" TEXT NOT NULL DEFAULT '',
    "village" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "employer" TEXT NOT NULL DEFAULT '',
    "monthly_rate_fen" INTEGER NOT NULL,
    "fund_source" TEXT NOT NULL DEFAULT '',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "short_reason" TEXT NOT NULL DEFAULT '',
    "left_on" DATE,
    "leave_reason" TEXT NOT NULL DEFAULT '',
    "leave_note" TEXT NOT NULL DEFAULT '',
    "replaces_id" UUID,
    "state" TEXT NOT NULL,
    "notice_id" UUID,
    "confirmed_by" UUID,
    "confirmed_by_name" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "verified_snapshot_id" UUID,
    "verified_category" TEXT,
    "verified_on" DATE,
    "findings" JSONB NOT NULL DEFAULT '[]',
    "stated_receipts" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "locked_months" SMALLINT NOT NULL DEFAULT 0,
    "stated_months" SMALLINT NOT NULL DEFAULT 0,
    "note" TEXT NOT NULL DEFAULT '',
    "import_id" UUID,
    "sheet_row" INTEGER,
    "created_by" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ(3),
    "removed_reason" TEXT,

    CONSTRAINT "post_appointment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "post_notice" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "contact" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "closed_by" UUID,
    "closed_by_name" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "closing_note" TEXT NOT NULL DEFAULT '',
    "proof_file_id" UUID,
    "proof_name" TEXT NOT NULL DEFAULT '',
    "proof_type" TEXT NOT NULL DEFAULT '',
    "proof_by_name" TEXT NOT NULL DEFAULT '',
    "proof_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "post_notice_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "post_notice_person" (
    "notice_id" UUID NOT NULL,
    "appointment_id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "township" TEXT NOT NULL DEFAULT '',
    "village" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "employer" TEXT NOT NULL DEFAULT '',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,

    CONSTRAINT "post_notice_person_pkey" PRIMARY KEY ("notice_id","appointment_id")
);

CREATE TABLE "post_objection" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "notice_id" UUID NOT NULL,
    "appointment_id" UUID,
    "received_on" DATE NOT NULL,
    "way" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "outcome" TEXT,
    "decision" TEXT NOT NULL DEFAULT '',
    "decided_on" DATE,
    "decided_by" UUID,
    "decided_by_name" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_objection_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "post_attendance" (
    "appointment_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "county_code" TEXT NOT NULL,
    "marks" TEXT NOT NULL,
    "worked_days" SMALLINT NOT NULL,
    "leave_days" SMALLINT NOT NULL,
    "absent_days" SMALLINT NOT NULL,
    "former_marks" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_by" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "post_attendance_pkey" PRIMARY KEY ("appointment_id","month")
);

CREATE TABLE "wage_sheet" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "township" TEXT NOT NULL DEFAULT '',
    "fund_source" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "roster_id" UUID,
    "submitted_by" UUID,
    "submitted_by_name" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "reviewed_by" UUID,
    "reviewed_by_name" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "return_reason" TEXT,
    "locked_by" UUID,
    "locked_by_name" TEXT,
    "locked_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ(3),
    "removed_reason" TEXT,

    CONSTRAINT "wage_sheet_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "wage_line" (
    "id" UUID NOT NULL,
    "sheet_id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "appointment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "line_no" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "rate_fen" INTEGER NOT NULL,
    "month_days" SMALLINT NOT NULL,
    "term_days" SMALLINT NOT NULL,
    "worked_days" SMALLINT NOT NULL,
    "leave_days" SMALLINT NOT NULL,
    "absent_days" SMALLINT NOT NULL,
    "due_fen" INTEGER NOT NULL,
    "adjust_fen" INTEGER NOT NULL DEFAULT 0,
    "pay_fen" INTEGER NOT NULL,
    "account_id" UUID,
    "findings" JSONB NOT NULL DEFAULT '[]',
    "payment_state" TEXT,
    "payment_id" UUID,
    "paid_on" DATE,
    "fail_reason" TEXT,
    "removed_at" TIMESTAMPTZ(3),
    "removed_reason" TEXT,

    CONSTRAINT "wage_line_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "wage_payment" (
    "id" UUID NOT NULL,
    "sheet_id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "line_count" INTEGER NOT NULL,
    "total_fen" INTEGER NOT NULL,
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "made_by" UUID NOT NULL,
    "made_by_name" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "result_file_id" UUID,
    "result_file_name" TEXT NOT NULL DEFAULT '',
    "result_by" UUID,
    "result_by_name" TEXT,
    "result_at" TIMESTAMPTZ(3),
    "paid_count" INTEGER NOT NULL DEFAULT 0,
    "failed_count" INTEGER NOT NULL DEFAULT 0,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" UUID,
    "withdrawn_by_name" TEXT,
    "withdraw_reason" TEXT,

    CONSTRAINT "wage_payment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "wage_attempt" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "payment_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "paid_on" DATE,
    "released_at" TIMESTAMPTZ(3),
    "released_by" UUID,
    "released_by_name" TEXT,
    "release_reason" TEXT,

    CONSTRAINT "wage_attempt_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "wage_adjustment" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "appointment_id" UUID NOT NULL,
    "of_line_id" UUID NOT NULL,
    "of_month" DATE NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "entered_by" UUID NOT NULL,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "line_id" UUID,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,
    "returned_on" DATE,
    "return_note" TEXT,
    "returned_by" UUID,
    "returned_by_name" TEXT,
    "returned_at" TIMESTAMPTZ(3),

    CONSTRAINT "wage_adjustment_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "payee_account_person_id_idx" ON "payee_account"("person_id");

CREATE INDEX "payee_account_account_index_idx" ON "payee_account"("account_index");

CREATE INDEX "post_quota_county_code_from_on_id_idx" ON "post_quota"("county_code", "from_on", "id");

CREATE INDEX "post_appointment_county_code_name_id_idx" ON "post_appointment"("county_code", "name", "id");

CREATE INDEX "post_appointment_county_code_starts_on_id_idx" ON "post_appointment"("county_code", "starts_on", "id");

CREATE INDEX "post_appointment_county_code_ends_on_id_idx" ON "post_appointment"("county_code", "ends_on", "id");

CREATE INDEX "post_appointment_person_id_idx" ON "post_appointment"("person_id");

CREATE INDEX "post_appointment_id_index_idx" ON "post_appointment"("id_index");

CREATE INDEX "post_appointment_quota_id_idx" ON "post_appointment"("quota_id");

CREATE INDEX "post_appointment_notice_id_idx" ON "post_appointment"("notice_id");

CREATE INDEX "post_notice_county_code_from_on_id_idx" ON "post_notice"("county_code", "from_on", "id");

CREATE INDEX "post_notice_person_appointment_id_idx" ON "post_notice_person"("appointment_id");

CREATE INDEX "post_objection_notice_id_idx" ON "post_objection"("notice_id");

CREATE INDEX "post_attendance_county_code_month_idx" ON "post_attendance"("county_code", "month");

CREATE UNIQUE INDEX "wage_sheet_roster_id_key" ON "wage_sheet"("roster_id");

CREATE UNIQUE INDEX "wage_sheet_county_code_month_number_key" ON "wage_sheet"("county_code", "month", "number");

CREATE INDEX "wage_line_sheet_id_line_no_idx" ON "wage_line"("sheet_id", "line_no");

CREATE INDEX "wage_line_appointment_id_idx" ON "wage_line"("appointment_id");

CREATE INDEX "wage_line_person_id_month_idx" ON "wage_line"("person_id", "month");

CREATE UNIQUE INDEX "wage_payment_sheet_id_number_key" ON "wage_payment"("sheet_id", "number");

CREATE UNIQUE INDEX "wage_attempt_payment_id_line_id_key" ON "wage_attempt"("payment_id", "line_id");

CREATE INDEX "wage_attempt_line_id_idx" ON "wage_attempt"("line_id");

CREATE INDEX "wage_attempt_account_id_idx" ON "wage_attempt"("account_id");

CREATE INDEX "wage_adjustment_appointment_id_idx" ON "wage_adjustment"("appointment_id");

CREATE INDEX "wage_adjustment_line_id_idx" ON "wage_adjustment"("line_id");

ALTER TABLE "post_appointment" ADD CONSTRAINT "post_appointment_quota_id_fkey" FOREIGN KEY ("quota_id") REFERENCES "post_quota"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "post_appointment" ADD CONSTRAINT "post_appointment_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "post_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "post_notice_person" ADD CONSTRAINT "post_notice_person_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "post_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "post_objection" ADD CONSTRAINT "post_objection_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "post_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "post_attendance" ADD CONSTRAINT "post_attendance_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "post_appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "wage_sheet" ADD CONSTRAINT "wage_sheet_roster_id_fkey" FOREIGN KEY ("roster_id") REFERENCES "roster"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "wage_line" ADD CONSTRAINT "wage_line_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "wage_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "wage_line" ADD CONSTRAINT "wage_line_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "post_appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "wage_line" ADD CONSTRAINT "wage_line_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "payee_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "wage_line" ADD CONSTRAINT "wage_line_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "wage_payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "wage_payment" ADD CONSTRAINT "wage_payment_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "wage_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "wage_attempt" ADD CONSTRAINT "wage_attempt_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "wage_payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "wage_attempt" ADD CONSTRAINT "wage_attempt_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "wage_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "wage_attempt" ADD CONSTRAINT "wage_attempt_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "payee_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "wage_adjustment" ADD CONSTRAINT "wage_adjustment_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "wage_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
