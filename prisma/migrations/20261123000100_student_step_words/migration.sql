-- The steps there are (domain/employers/student-step), and why a registration was set aside, with the row itself.
ALTER TABLE student_step ADD CONSTRAINT student_step_kind CHECK (kind IN ('CONTACT', 'SEEKING',
  'RECOMMENDATION', 'OFFER', 'OFFER_LOST', 'PLACEMENT', 'FURTHER_STUDY', 'LEFT_SCHOOL', 'RESUME'));

ALTER TABLE vocational_student ADD COLUMN removed_reason text;
-- Until now the trail alone has kept the reason.
UPDATE vocational_student s SET removed_reason = coalesce(
    (SELECT nullif(e.detail::jsonb ->> 'reason', '') FROM trail_event e
      WHERE e.action = 'student.remove' AND e.subject_id = s.id::text ORDER BY e.seq DESC LIMIT 1),
    '未记录')
  WHERE s.removed_at IS NOT NULL;
ALTER TABLE vocational_student ADD CONSTRAINT vocational_student_removed
  CHECK ((removed_at IS NULL) = (removed_reason IS NULL));
