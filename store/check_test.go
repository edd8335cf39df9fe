package store

import (
	"os"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// behind runs a statement behind the journal's back, triggers dropped.
func behind(t *testing.T, s *Store, statements ...string) {
	t.Helper()
	for _, statement := range append([]string{
		"DROP TRIGGER IF EXISTS journal_stays", "DROP TRIGGER IF EXISTS journal_kept", "DROP TRIGGER IF EXISTS journal_change_stays",
		"DROP TRIGGER IF EXISTS journal_change_kept", "DROP TRIGGER IF EXISTS wording_adopted_kept", "DROP TRIGGER IF EXISTS wording_adopted_stays",
		"DROP TRIGGER IF EXISTS due_extension_kept", "PRAGMA foreign_keys = OFF", "PRAGMA ignore_check_constraints = ON",
	}, statements...) {
		if _, err := s.writer.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

func TestCheckFinds(t *testing.T) {
	for name, c := range map[string]struct {
		statement string
		finding   register.FindingKind
		kind      committee.Kind
	}{
		"a row changed behind the journal's back": {"UPDATE person SET phone = '99'", register.FindingDiffers, committee.KindPerson},
		"a version changed behind its back":       {"UPDATE wording SET text = 'x' WHERE n = 1 AND kind = 'article'", register.FindingDiffers, committee.KindArticle},
		"provenance removed behind its back":      {"DELETE FROM provenance WHERE kind = 'axis'", register.FindingDiffers, committee.KindAxis},
		"a row put in behind its back": {
			"INSERT INTO plan_axis VALUES ('x', 1, 0, 'n', '', 'N', 'n', 'axis', 9, '')", register.FindingNotInLog, committee.KindAxis,
		},
		"a row removed":                    {"DELETE FROM due_extension", register.FindingGone, committee.KindExtension},
		"parts of a row that is gone":      {"DELETE FROM plan_axis", register.FindingOrphan, committee.KindAxis},
		"a link to nothing":                {"UPDATE mandate SET person = 'nowhere'", register.FindingLink, ""},
		"a line of the journal altered":    {"UPDATE journal SET actor_name = 'Autre' WHERE seq = 3", register.FindingChain, committee.KindCommittee},
		"an image in the journal altered":  {"UPDATE journal_change SET image_before = '{}' WHERE seq = 5", register.FindingChain, ""},
		"a line of the journal removed":    {"DELETE FROM journal WHERE seq = 4", register.FindingGap, ""},
		"a computed column that is wrong":  {"UPDATE roadmap_action SET due_last = '2017-01-01'", register.FindingComputed, committee.KindAction},
		"what filters look in that is old": {"UPDATE guideline SET folded = 'x'", register.FindingComputed, committee.KindGuideline},
		"versions with a gap":              {"UPDATE wording SET n = 5 WHERE kind = 'decision' AND n = 2", register.FindingVersions, committee.KindDecision},
		"a reference given twice":          {"DROP INDEX meeting_ref; UPDATE meeting SET ref = '01/2017'", register.FindingDuplicate, ""},
		"a function of another owner": {
			"UPDATE post SET institution = 'nowhere'", register.FindingWrongOwner, committee.KindAction,
		},
		"a kind from nowhere": {"UPDATE journal_change SET kind = 'dossier' WHERE seq = 2", register.FindingUnknownKind, ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			newWorld(t, s)
			behind(t, s, c.statement)
			for _, f := range must(s.Check(ctx))(t) {
				if f.Kind == c.finding && (c.kind == "" || f.Thing.Kind == c.kind) {
					return
				}
			}
			t.Errorf("did not find %s", c.finding)
		})
	}
}

func TestCheckFindsARowThatBreaksARule(t *testing.T) {
	s := newStore(t)
	w := newWorld(t, s)
	// The journal agrees with the row: only the rule can tell.
	behind(t, s, "UPDATE person SET email = 'nulle part'",
		"UPDATE journal_change SET image_after = replace(image_after, 'a@b.ml', 'nulle part') WHERE kind = 'person'")
	for _, f := range must(s.Check(ctx))(t) {
		if f.Kind == register.FindingBroken {
			fieldError(t, f.Err, committee.FieldEmail, committee.ReasonNotListed)
			if f.Thing.ID != w[committee.KindPerson] || f.Name.Full != "Awa Traoré" {
				t.Errorf("says it of %+v", f)
			}
			return
		}
	}
	t.Error("found nothing broken")
}

// Wherever bytes of the file are lost, checking says so or finds nothing; it
// never fails and never crashes.
func TestCheckOfADamagedFile(t *testing.T) {
	s := newStore(t)
	newWorld(t, s)
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole := must(os.ReadFile(path))(t)
	found := 0
	for page := 1; page < len(whole)/4096; page += 7 {
		b := append([]byte{}, whole...)
		copy(b[page*4096:], strings.Repeat("\xfe", 2048))
		damaged := path + ".damaged"
		if err := os.WriteFile(damaged, b, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(damaged, options())
		if err != nil {
			fileError(t, err, committee.FileDamaged)
			found++
			continue
		}
		findings, err := s.Check(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if len(findings) > 0 {
			found++
		}
		s.Close()
	}
	if found < 10 {
		t.Errorf("only %d damages were seen", found)
	}
}
