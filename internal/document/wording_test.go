package document_test

import (
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/document"
)

// part is what stands in a paper from one text to the next.
func part(t *testing.T, out, from, to string) string {
	t.Helper()
	_, rest, found := strings.Cut(spaced(out), from)
	said, _, ended := strings.Cut(rest, to)
	if !found || !ended {
		t.Fatalf("no part from %q to %q in\n%s", from, to, out)
	}
	return said
}

// That somebody's presence is not known is said only where it is not: of a list that
// was taken and on which no member came, those who did not are enough; one that
// was not taken says so once.
func TestTheAttendanceSaysNothingFalse(t *testing.T) {
	for lang, w := range map[committee.Language]struct{ people, quorum, present, excused, unnoted, none string }{
		committee.French:  {"## 2. Participation", "## 3.", "Présents", "### Excusés", "### Présence non relevée", "non renseignés"},
		committee.English: {"## 2. Attendance", "## 3.", "Present", "### Excused", "### Attendance not taken", "not recorded"},
	} {
		r := sitting()
		r.Meeting.Language = lang
		r.Attendance = []committee.Attendance{
			{ID: "p1", Person: "awa", Function: "dir", Institution: "min", Presence: committee.Excused},
			{ID: "p2", Person: "ali", Function: "dir", Institution: "min", Presence: committee.Excused},
		}
		markdown, _ := written(t, document.Minutes(r))
		said := part(t, markdown, w.people, w.quorum)
		if strings.Contains(said, "### "+w.present) || strings.Contains(said, w.none) || !strings.Contains(said, w.excused) {
			t.Errorf("all sent apologies: %s", said)
		}
		for n := range r.Attendance {
			r.Attendance[n].Presence = committee.Awaited
		}
		markdown, _ = written(t, document.Minutes(r))
		said = part(t, markdown, w.people, w.quorum)
		if strings.Contains(said, "### "+w.present) || strings.Contains(said, w.none) || strings.Count(said, w.unnoted) != 1 {
			t.Errorf("the attendance was not taken: %s", said)
		}
	}
}

// Nobody but guests on the list leaves it open whether any member came.
func TestAListOfGuestsAloneDoesNotTellWhoElseCame(t *testing.T) {
	r := sitting()
	r.Attendance = []committee.Attendance{{ID: "p1", Person: "awa", Function: "dir", Institution: "min", Presence: committee.Present, Quality: committee.AsGuest}}
	markdown, _ := written(t, document.Minutes(r))
	inOrder(t, markdown, "### Présents non renseignés", "### Invités, experts et observateurs")
}

// A meeting has its number in one way, in a sentence as in the head.
func TestAMeetingIsNamedWithItsNumberInOneWay(t *testing.T) {
	r := sitting()
	before := committee.Meeting{ID: "before", Kind: committee.SecondNotice, Mark: committee.Mark{Ref: "03/2017"}, Starts: "2017-12-01"}
	r.Minutes = []committee.Meeting{before}
	r.Origins = map[committee.AgendaItemID]committee.Meeting{"i5": before}
	for lang, named := range map[committee.Language]string{
		committee.French: "(réunion sur seconde convocation n°\u00a003/2017)", committee.English: "(second-notice meeting no.\u00a003/2017)",
	} {
		r.Meeting.Language = lang
		for paper, count := range map[*document.Document]int{ptr(document.Minutes(r)): 2, ptr(document.RecordOfDecisions(r)): 1} {
			markdown, _ := written(t, *paper)
			if n := strings.Count(markdown, named); n != count {
				t.Errorf("%s is there %d times, not %d, in\n%s", named, n, count, markdown)
			}
		}
	}
}

func ptr(d document.Document) *document.Document { return &d }
