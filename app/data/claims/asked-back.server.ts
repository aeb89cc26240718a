/** For a lateral join after a claim line `l`: what is asked back of it in all, dropped ones apart, and whether one is open. */
export const ASKED_BACK = `SELECT coalesce(sum(c.amount_fen), 0)::int AS fen,
    coalesce(bool_or(c.state IN ('proposed', 'confirmed')), false) AS is_open
  FROM clawback c WHERE c.line_id = l.id AND c.state <> 'dropped'`;
