package document_test

import (
	"slices"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/document"
)

func TestPapersAreInTheLanguageOfTheMeeting(t *testing.T) {
	r := sitting()
	r.Meeting.Language = committee.English
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "# Minutes", "**DRAFT**",
		"The meeting was called to order on Thursday 18 January 2018 at 10:05, with Awa Traoré, Directrice (Ministère de la Justice) in the chair.",
		"The meeting rose at 12:00.", "The quorum was reached at the opening. It was lost at 11:20, at item 4.", "The minutes of the meeting held on Friday 1 December 2017", "Arrival: Ali Diarra", "The item was postponed to the next meeting.")
	r.Meeting.Language, r.Committee.Language = "", committee.English
	if document.LanguageOf(r) != committee.English {
		t.Error("without a language of its own a meeting has the committee’s")
	}
}

func TestNamesOfFilesAreSafe(t *testing.T) {
	r := sitting()
	for k, want := range map[document.Kind]string{document.Decisions: "releve-de-decisions-01-2018", document.Proceedings: "projet-de-pv-01-2018"} {
		if got := k.Name(r); got != want {
			t.Errorf("named %s, want %s", got, want)
		}
	}
	for _, ref := range []string{"../../etc/passwd", "a\x00b", "CON.", strings.Repeat("x", 500), "ɲɛ/漢", "..", "-rf"} {
		r.Meeting.Ref = ref
		for _, k := range document.Kinds {
			name := k.Name(r)
			plain := func(c rune) bool { return c == '-' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }
			if len(name) > 80 || strings.ContainsFunc(name, func(c rune) bool { return !plain(c) }) || strings.HasPrefix(name, "-") {
				t.Errorf("%q is named %q", ref, name)
			}
		}
	}
}

// Whatever the file holds, a paper is as sound as its writers.
func TestHostileRecordsMakeSoundPapers(t *testing.T) {
	for _, s := range hostile {
		r := sitting()
		r.Committee.Header, r.Committee.Signatories, r.Meeting.Place, r.Meeting.Title, r.Meeting.Ref, r.Meeting.Objectives = s, s, s, s, s, s
		r.Meeting.Confidentiality, r.Meeting.Distribution, r.Advised[0].Words[0].Text, r.Advised[0].FollowUps[3].Text = s, s, s, s
		for i := range r.Items {
			r.Items[i].Title, r.Items[i].Text, r.Items[i].Note = s, s, s
		}
		for i := range r.Entries {
			r.Entries[i].Text = s
		}
		for k, n := range r.Names {
			n.Full, n.Short, n.Ref = s, s, s
			r.Names[k] = n
		}
		r.Actions[0].Text, r.Updates[0].Text, r.Decisions[0].Words[0].Text = s, s, s
		for _, k := range document.Kinds {
			d := k.On(r)
			markdown, plain := written(t, d)
			var titles []string
			for _, b := range d.Blocks {
				if h, ok := b.(*document.Heading); ok && h.Level == 1 {
					titles = append(titles, h.Text)
				}
			}
			got := 0
			for _, l := range strings.Split(markdown, "\n") {
				if strings.HasPrefix(l, "## ") {
					got++
				}
			}
			if got != len(titles) {
				t.Errorf("%q: %d parts, %d were meant: %v", s, got, len(titles), titles)
			}
			if slices.ContainsFunc([]rune(markdown+plain), func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f || r == '\u202e' }) {
				t.Errorf("%q: control characters come out", s)
			}
		}
	}
}
