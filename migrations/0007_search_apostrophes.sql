-- squashText of the kernel: folded, without dots, apostrophes and white space (what \s is in JavaScript).
CREATE OR REPLACE FUNCTION squash_text(original text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(
  fold_text(original),
  E'.''\u2018\u2019\u02bc`\u00b4 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
  ''
) COLLATE "C";
--> statement-breakpoint
-- What was squashed before is squashed anew.
UPDATE clients SET name = name;
--> statement-breakpoint
UPDATE client_contacts SET value = value;
