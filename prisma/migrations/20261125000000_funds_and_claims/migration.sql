-- Documents, allocations, money moving, claims and rule packs: what prisma/schema/{funds,claims}.prisma declares.

ALTER TABLE "parameter_value" ADD COLUMN "pack_id" UUID;

ALTER TABLE "employer" ADD COLUMN "licence_no" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "licence_from" DATE,
  ADD COLUMN "licence_to" DATE;

CREATE TABLE "claim_batch" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "pot_id" UUID NOT NULL,
    "source" JSONB NOT NULL,
    "payee_unit" TEXT,
    "payee_unit_code" TEXT,
    "unit_holder_name" TEXT,
    "unit_bank_name" TEXT,
    "unit_account_sealed" BYTEA,
    "unit_account_by" UUID,
    "unit_account_by_name" TEXT NOT NULL DEFAULT '',
    "unit_account_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "line_count" INTEGER NOT NULL DEFAULT 0,
    "total_fen" BIGINT NOT NULL DEFAULT 0,
    "last_run_id" UUID,
    "checked_at" TIMESTAMPTZ(3),
    "submitted_by" UUID,
    "submitted_by_name" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "reviewed_by" UUID,
    "reviewed_by_name" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "hrss_approved_by" UUID,
    "hrss_approved_by_name" TEXT,
    "hrss_approved_at" TIMESTAMPTZ(3),
    "poverty_approved_by" UUID,
    "poverty_approved_by_name" TEXT,
    "poverty_approved_at" TIMESTAMPTZ(3),
    "return_reason" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ(3),
    "removed_reason" TEXT,

    CONSTRAINT "claim_batch_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "claim_line" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "line_no" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "id_index" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "source_kind" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "event_on" DATE NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "quantity" DECIMAL(8,2) NOT NULL,
    "unit" TEXT NOT NULL,
    "rate_fen" INTEGER,
    "amount_fen" INTEGER NOT NULL,
    "rate" JSONB,
    "account_id" UUID,
    "payment_state" TEXT,
    "payment_id" UUID,
    "paid_on" DATE,
    "fail_reason" TEXT,
    "fail_count" SMALLINT,
    "block_count" SMALLINT,
    "unknown_count" SMALLINT,
    "removed_at" TIMESTAMPTZ(3),
    "removed_reason" TEXT,

    CONSTRAINT "claim_line_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "check_run" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "line_count" INTEGER NOT NULL,
    "fail_lines" INTEGER NOT NULL,
    "unknown_lines" INTEGER NOT NULL,
    "rules_digest" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "by_rule" JSONB NOT NULL,
    "ran_by" UUID,
    "ran_by_name" TEXT NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_run_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "claim_verdict" (
    "run_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "verdicts" JSONB NOT NULL,
    "first_failed" TEXT,

    CONSTRAINT "claim_verdict_pkey" PRIMARY KEY ("run_id","line_id")
);

CREATE TABLE "claim_payment" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "line_count" INTEGER NOT NULL,
    "total_fen" BIGINT NOT NULL,
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
    "withdrawn_by" UUID,
    "withdrawn_by_name" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdraw_reason" TEXT,

    CONSTRAINT "claim_payment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "claim_attempt" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "payment_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "account_id" UUID,
    "amount_fen" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "paid_on" DATE,
    "released_at" TIMESTAMPTZ(3),
    "released_by" UUID,
    "released_by_name" TEXT,
    "release_reason" TEXT,

    CONSTRAINT "claim_attempt_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "clawback" (
    "id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "line_id" UUID NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "source_ref" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposed_by" UUID,
    "proposed_by_name" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision" TEXT NOT NULL DEFAULT '',
    "repaid_on" DATE,
    "repaid_fen" INTEGER NOT NULL DEFAULT 0,
    "voucher_no" TEXT NOT NULL DEFAULT '',
    "file_id" UUID,
    "file_name" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "clawback_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "rule_pack" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "document_number" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "content" JSONB NOT NULL,
    "sha256" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "imported_by" UUID NOT NULL,
    "imported_by_name" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision" TEXT NOT NULL DEFAULT '',
    "withdrawn_by" UUID,
    "withdrawn_by_name" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdraw_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rule_pack_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "policy_document" (
    "id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "issued_on" DATE,
    "title" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "is_founding" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "supersedes_id" UUID,
    "created_by" UUID,
    "created_by_name" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,

    CONSTRAINT "policy_document_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "policy_clause" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "place" SMALLINT NOT NULL,
    "clause" TEXT NOT NULL,
    "summary" TEXT NOT NULL,

    CONSTRAINT "policy_clause_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "policy_deadline" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "clause" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "due_on" DATE NOT NULL,

    CONSTRAINT "policy_deadline_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "allocation_table" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "projects" JSONB NOT NULL DEFAULT '[]',
    "declared_total" BIGINT,
    "parent_row_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "sums_reason" TEXT NOT NULL DEFAULT '',
    "created_by" UUID,
    "created_by_name" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,

    CONSTRAINT "allocation_table_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "allocation_row" (
    "id" UUID NOT NULL,
    "table_id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "place" SMALLINT NOT NULL,
    "unit_name" TEXT NOT NULL,
    "area_code" TEXT,
    "declared_total" BIGINT,
    "is_off_table" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "allocation_row_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "allocation_cell" (
    "id" UUID NOT NULL,
    "row_id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "column_key" TEXT NOT NULL,
    "project_key" TEXT NOT NULL DEFAULT '',
    "amount" BIGINT NOT NULL,
    "function_code" TEXT NOT NULL DEFAULT '',
    "economic_code" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "allocation_cell_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "fund_pot" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "cell_id" UUID,
    "year" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "unit_name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "is_labour" BOOLEAN NOT NULL DEFAULT true,
    "amount_fen" BIGINT NOT NULL,
    "committed_fen" BIGINT NOT NULL DEFAULT 0,
    "planned_fen" BIGINT NOT NULL DEFAULT 0,
    "letter_received_on" DATE,
    "carried_from_id" UUID,
    "is_locked" BOOLEAN NOT NULL DEFAULT false,
    "release_id" UUID,
    "implementer" TEXT NOT NULL DEFAULT '',
    "implementer_region" TEXT NOT NULL DEFAULT '',
    "implementer_reason" TEXT NOT NULL DEFAULT '',
    "created_by" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "closed_at" TIMESTAMPTZ(3),
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,

    CONSTRAINT "fund_pot_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "fund_receipt" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "pot_id" UUID NOT NULL,
    "from_unit" TEXT NOT NULL,
    "letter_received_on" DATE,
    "received_on" DATE NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "voucher_no" TEXT NOT NULL,
    "file_id" UUID,
    "file_name" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_by" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,

    CONSTRAINT "fund_receipt_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "expenditure" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "pot_id" UUID NOT NULL,
    "spent_on" DATE NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "category" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "payee" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "voucher_no" TEXT NOT NULL,
    "file_id" UUID,
    "file_name" TEXT NOT NULL DEFAULT '',
    "claim_payment_id" UUID,
    "clawback_id" UUID,
    "recorded_by" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "reviewed_by" UUID,
    "reviewed_by_name" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,

    CONSTRAINT "expenditure_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "investment_progress" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "pot_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "completed_fen" BIGINT NOT NULL,
    "basis" TEXT NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,

    CONSTRAINT "investment_progress_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "fund_adjustment" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "pot_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "share_basis_points" INTEGER NOT NULL,
    "changed_elements" TEXT[],
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "submitted_by" UUID NOT NULL,
    "submitted_by_name" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "fund_adjustment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "closure_step" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "pot_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "done_on" DATE NOT NULL,
    "done_by_unit" TEXT NOT NULL,
    "score" DECIMAL(5,2),
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_by" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,

    CONSTRAINT "closure_step_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "carry_over_release" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "pot_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "clause" TEXT NOT NULL DEFAULT '',
    "use" TEXT NOT NULL,
    "reported_on" DATE,
    "released_on" DATE NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "carry_over_release_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "claim_batch_county_code_state_id_idx" ON "claim_batch"("county_code", "state", "id");

CREATE INDEX "claim_batch_pot_id_idx" ON "claim_batch"("pot_id");

CREATE UNIQUE INDEX "claim_batch_county_code_kind_year_number_key" ON "claim_batch"("county_code", "kind", "year", "number");

CREATE INDEX "claim_line_batch_id_line_no_idx" ON "claim_line"("batch_id", "line_no");

CREATE INDEX "claim_line_id_index_idx" ON "claim_line"("id_index");

CREATE INDEX "claim_line_person_id_idx" ON "claim_line"("person_id");

CREATE INDEX "claim_line_source_id_idx" ON "claim_line"("source_id");

CREATE UNIQUE INDEX "check_run_batch_id_number_key" ON "check_run"("batch_id", "number");

CREATE UNIQUE INDEX "claim_payment_batch_id_number_key" ON "claim_payment"("batch_id", "number");

CREATE INDEX "claim_attempt_line_id_idx" ON "claim_attempt"("line_id");

CREATE INDEX "claim_attempt_account_id_idx" ON "claim_attempt"("account_id");

CREATE UNIQUE INDEX "claim_attempt_payment_id_line_id_key" ON "claim_attempt"("payment_id", "line_id");

CREATE INDEX "clawback_line_id_idx" ON "clawback"("line_id");

CREATE INDEX "clawback_county_code_state_id_idx" ON "clawback"("county_code", "state", "id");

CREATE INDEX "rule_pack_region_code_id_idx" ON "rule_pack"("region_code", "id");

CREATE INDEX "policy_document_issued_on_id_idx" ON "policy_document"("issued_on", "id");

CREATE UNIQUE INDEX "policy_clause_document_id_clause_key" ON "policy_clause"("document_id", "clause");

CREATE INDEX "policy_deadline_document_id_idx" ON "policy_deadline"("document_id");

CREATE INDEX "allocation_table_document_id_idx" ON "allocation_table"("document_id");

CREATE INDEX "allocation_table_region_code_year_idx" ON "allocation_table"("region_code", "year");

CREATE INDEX "allocation_row_area_code_idx" ON "allocation_row"("area_code");

CREATE UNIQUE INDEX "allocation_row_table_id_place_key" ON "allocation_row"("table_id", "place");

CREATE INDEX "allocation_cell_row_id_idx" ON "allocation_cell"("row_id");

CREATE INDEX "fund_pot_region_code_year_id_idx" ON "fund_pot"("region_code", "year", "id");

CREATE INDEX "fund_pot_cell_id_idx" ON "fund_pot"("cell_id");

CREATE INDEX "fund_receipt_pot_id_idx" ON "fund_receipt"("pot_id");

CREATE UNIQUE INDEX "expenditure_claim_payment_id_key" ON "expenditure"("claim_payment_id");

CREATE UNIQUE INDEX "expenditure_clawback_id_key" ON "expenditure"("clawback_id");

CREATE INDEX "expenditure_pot_id_idx" ON "expenditure"("pot_id");

CREATE INDEX "expenditure_region_code_spent_on_id_idx" ON "expenditure"("region_code", "spent_on", "id");

CREATE INDEX "investment_progress_pot_id_as_of_idx" ON "investment_progress"("pot_id", "as_of");

CREATE INDEX "fund_adjustment_pot_id_idx" ON "fund_adjustment"("pot_id");

CREATE INDEX "closure_step_pot_id_idx" ON "closure_step"("pot_id");

CREATE INDEX "carry_over_release_pot_id_idx" ON "carry_over_release"("pot_id");

ALTER TABLE "claim_batch" ADD CONSTRAINT "claim_batch_pot_id_fkey" FOREIGN KEY ("pot_id") REFERENCES "fund_pot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "claim_line" ADD CONSTRAINT "claim_line_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "claim_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "claim_line" ADD CONSTRAINT "claim_line_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "payee_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "claim_line" ADD CONSTRAINT "claim_line_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "claim_payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "check_run" ADD CONSTRAINT "check_run_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "claim_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "claim_verdict" ADD CONSTRAINT "claim_verdict_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "check_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "claim_payment" ADD CONSTRAINT "claim_payment_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "claim_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "claim_attempt" ADD CONSTRAINT "claim_attempt_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "claim_payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "claim_attempt" ADD CONSTRAINT "claim_attempt_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "claim_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "claim_attempt" ADD CONSTRAINT "claim_attempt_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "payee_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "clawback" ADD CONSTRAINT "clawback_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "claim_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "policy_clause" ADD CONSTRAINT "policy_clause_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "policy_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "policy_deadline" ADD CONSTRAINT "policy_deadline_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "policy_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "allocation_table" ADD CONSTRAINT "allocation_table_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "policy_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "allocation_row" ADD CONSTRAINT "allocation_row_table_id_fkey" FOREIGN KEY ("table_id") REFERENCES "allocation_table"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "allocation_cell" ADD CONSTRAINT "allocation_cell_row_id_fkey" FOREIGN KEY ("row_id") REFERENCES "allocation_row"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "fund_pot" ADD CONSTRAINT "fund_pot_cell_id_fkey" FOREIGN KEY ("cell_id") REFERENCES "allocation_cell"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "fund_receipt" ADD CONSTRAINT "fund_receipt_pot_id_fkey" FOREIGN KEY ("pot_id") REFERENCES "fund_pot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "expenditure" ADD CONSTRAINT "expenditure_pot_id_fkey" FOREIGN KEY ("pot_id") REFERENCES "fund_pot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "investment_progress" ADD CONSTRAINT "investment_progress_pot_id_fkey" FOREIGN KEY ("pot_id") REFERENCES "fund_pot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "fund_adjustment" ADD CONSTRAINT "fund_adjustment_pot_id_fkey" FOREIGN KEY ("pot_id") REFERENCES "fund_pot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "closure_step" ADD CONSTRAINT "closure_step_pot_id_fkey" FOREIGN KEY ("pot_id") REFERENCES "fund_pot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "parameter_value" ADD CONSTRAINT "parameter_value_pack_id_fkey" FOREIGN KEY ("pack_id") REFERENCES "rule_pack"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
