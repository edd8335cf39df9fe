package tui

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/theme"
)

// linesTold are the lines that tell a row that was added.
func linesTold(t *testing.T, kind committee.Kind, row any, names register.Names) string {
	t.Helper()
	d := &desk{loc: i18n.For(committee.French), styles: theme.New(theme.Options{NoColor: true}), now: time.Now}
	image, err := json.Marshal(row)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range differences(d, register.RowChange{Thing: committee.Thing{Kind: kind, ID: "x"}, After: string(image)}, names) {
		all = append(all, f.lines(d)...)
	}
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(strings.Join(all, "\n"))
}

func TestWhatASessionNotesIsToldInWords(t *testing.T) {
	names := register.Names{
		{Kind: committee.KindAttendance, ID: "a"}: {Full: "Mme Abena"},
		{Kind: committee.KindAgendaItem, ID: "i"}: {Full: "Budget 2018"},
	}
	reached := committee.Reckoning{Rule: true, Base: 12, Required: 7, Present: 9}
	for _, c := range []struct {
		kind committee.Kind
		row  any
		told []string
	}{
		{committee.KindMeeting, committee.Meeting{
			Quorum: reached, Pauses: []committee.Span{{On: "2017-12-12", From: "12:30", To: "14:00"}, {On: "2017-12-12", From: "16:00"}},
			Overridden: []committee.Override{{Check: committee.CheckItem, Kind: committee.KindAgendaItem, Thing: "i"}, {Check: committee.CheckQuorum}},
		}, []string{
			"Quorum : 9 présents, 7 requis sur 12", "Suspension : 12/12/2017 · de 12 h 30 à 14 h", "12/12/2017 · à partir de 16 h",
			"Levée malgré ce qui suit : point ni traité ni reporté : Budget 2018", "quorum non constaté",
		}},
		{committee.KindAgendaItem, committee.AgendaItem{
			Late: true, Recused: []committee.AttendanceID{"a"}, Spans: []committee.Span{{On: "2017-12-12", From: "10:00", To: "10:20"}},
			Quorum: committee.Reckoning{Base: 12, Present: 1},
		}, []string{
			"Inscrit en séance : oui", "Se sont retirés : Mme Abena", "Abordé : 12/12/2017 · de 10 h à 10 h 20",
			"Quorum : 1 présent sur 12, aucune règle de quorum fixée",
		}},
		{committee.KindEntry, committee.Entry{Ballot: committee.Ballot{
			Manner: committee.ByName, Casting: committee.VoiceFor, Named: []committee.NamedVoice{{Attendance: "a", Voice: committee.VoiceNone}},
		}}, []string{"Mode de décision : vote par appel nominal", "Voix prépondérante : pour", "Voix exprimées : Mme Abena : ne prend pas part au vote"}},
		{committee.KindAttendance, committee.Attendance{
			Presence: committee.Represented, RepresentedAs: committee.AsProxy, Remote: true, Movements: []committee.Movement{{On: "2017-12-12", At: "10:15", Arrival: true}},
		}, []string{"À quel titre : par procuration", "À distance : oui", "12/12/2017 · 10 h 15 arrivée"}},
	} {
		said := linesTold(t, c.kind, c.row, names)
		for _, want := range c.told {
			if !strings.Contains(said+"\n", want+"\n") {
				t.Errorf("%s: %q is not in\n%s", c.kind, want, said)
			}
		}
	}
}
