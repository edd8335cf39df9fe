package tui_test

import (
	"context"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
)

// waiting is a file in which a meeting waits to be prepared: an earlier one
// put an item off and has minutes that circulate, an item is proposed.
func waiting(t *testing.T) *user {
	t.Helper()
	u := visit(t, "empty", 100, 40, i18n.For(committee.French))
	ctx, s := context.Background(), u.book
	may := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	chair, err := s.SavePerson(ctx, committee.Person{Name: "Moussa Keïta"})
	may(err)
	m, err := s.SaveMeeting(ctx, committee.Meeting{Kind: committee.Ordinary, Title: "Réunion de novembre", Starts: "2017-11-16", Chair: chair.ID, Secretary: chair.ID})
	may(err)
	i, err := s.SaveAgendaItem(ctx, committee.AgendaItem{Meeting: m.ID, Kind: committee.Discussion, Title: "Budget", Planned: 25})
	may(err)
	_, err = s.SettleAgendaItem(ctx, i.ID, i.Version, committee.PutOff, "", "faute de temps")
	may(err)
	m, err = s.OpenMeeting(ctx, m.ID, m.Version, "09:00")
	may(err)
	m, err = s.AdjournMeeting(ctx, m.ID, m.Version, "12:00", committee.Override{Check: committee.CheckAttendance})
	may(err)
	_, err = s.CirculateMinutes(ctx, m.ID, m.Version, "2017-11-20")
	may(err)
	_, err = s.SaveAction(ctx, committee.Action{Text: "Nommer un point focal"})
	may(err)
	_, err = s.SaveAgendaItem(ctx, committee.AgendaItem{Kind: committee.Discussion, Title: "Calendrier 2018", Planned: 15})
	may(err)
	_, err = s.SaveMeeting(ctx, committee.Meeting{
		Kind: committee.Ordinary, Title: "Réunion de décembre", Starts: "2017-12-21", StartTime: "09:00", EndTime: "10:30",
	})
	may(err)
	return u.press("1", "enter").sees("Réunion de décembre")
}

func TestAnAgendaIsPreparedFromWhatWaits(t *testing.T) {
	u := waiting(t).press("P").sees("Préparer l’ordre du jour", "[x]  Réunion ordinaire · 4 points · 35 min",
		"[x]  Réunion ordinaire n° 01/2017 · 16/11/2017 · ◐ diffusé", "1 question ouverte", "[x]  Budget · 25 min · → reporté 01/2017",
		"[ ]  Calendrier 2018 · 15 min · proposé le 15/12/2017", "1 h 40 prévues pour 1 h 30", "dépasse de 10 min")
	u.press("enter").sees("ordre du jour préparé", "1  Ouverture de la séance", "3  Adoption du procès-verbal", "5  Budget", "6  Points divers").
		misses("Calendrier 2018")
	u.press("P").sees("[ ]  Calendrier 2018").misses("Budget", "Points habituels")
	u.press("enter").sees("Rien n’est coché.")
	u.press("space").sees("[x]  Calendrier 2018").press("enter").sees("6  Calendrier 2018", "7  Points divers")
	u.press("P").sees("contient déjà tout ce qui attend")
}

// The report of a group that was put off stands for the one that is usual: its
// minutes are counted once, and the agenda has it once.
func TestAReportThatWasPutOffIsCountedOnce(t *testing.T) {
	ctx, u := context.Background(), waiting(t)
	g := must(u.book.SaveGroup(ctx, committee.Group{Name: "Prévention", Kind: committee.Standing}))
	earlier := must(u.book.SaveMeeting(ctx, committee.Meeting{Kind: committee.Ordinary, Title: "Réunion d’octobre", Starts: "2017-10-12"}))
	i := must(u.book.SaveAgendaItem(ctx, committee.AgendaItem{Meeting: earlier.ID, Kind: committee.ReportBack, Title: "Rapport du groupe Prévention", Group: g.ID, Planned: 20}))
	must(u.book.SettleAgendaItem(ctx, i.ID, i.Version, committee.PutOff, "", "faute de temps"))
	u.press("P").sees("[x]  Rapport du groupe Prévention · 20 min", "Réunion ordinaire · 4 points · 35 min", "2 h prévues pour 1 h 30")
	u.press("G", "up", "up", "x").sees("[ ]  Rapport du groupe Prévention", "Réunion ordinaire · 5 points · 45 min", "1 h 50 prévues").press("x", "enter")
	planned := 0
	for _, i := range u.meetingCalled("Réunion de décembre").Items {
		planned += i.Planned
	}
	if planned != 120 {
		t.Errorf("%d minutes are on the agenda", planned)
	}
}

func TestABoxIsTickedAndUnticked(t *testing.T) {
	u := waiting(t).press("P", "x").sees("[ ]  Réunion ordinaire").press("down", "x", "down", "down", "space")
	u.sees("30 min prévues pour 1 h 30").press("enter").sees("1  Affaires découlant").misses("Budget", "Ouverture")
}

func TestAnExtraordinaryMeetingDealsWithItsObject(t *testing.T) {
	u := waiting(t)
	m := committee.Meeting{Kind: committee.Extraordinary, Title: "Budget", Starts: "2017-12-22"}
	must(u.book.SaveMeeting(context.Background(), m))
	u.press("1", "home", "enter", "P").sees("[x]  Réunion extraordinaire", "[ ]  Affaires découlant", "[ ]  Réunion ordinaire n° 01/2017", "[ ]  Budget")
}

func TestAPreparationFollowsTheFile(t *testing.T) {
	u := waiting(t).press("P", "x")
	_, err := u.book.SaveAgendaItem(context.Background(), committee.AgendaItem{Kind: committee.Discussion, Title: "Arrivé entre-temps"})
	if err != nil {
		t.Fatal(err)
	}
	u.press("L").sees("[ ]  Ordinary meeting")
	found, err := u.book.Pending(context.Background(), u.meetingCalled("Réunion de décembre").Meeting.ID)
	if err != nil || len(found.Proposed) != 2 {
		t.Fatalf("%d items are proposed, %v", len(found.Proposed), err)
	}
}

func TestAnAdjournedMeetingIsNotPrepared(t *testing.T) {
	waiting(t).press("esc", "down", "enter").sees("Réunion ordinaire n° 01/2017").press("P").sees("Impossible de préparer : la réunion est « levée ».")
}

func TestThoseExpectedAreListedByOneKey(t *testing.T) {
	u := visit(t, "example", 140, 60, i18n.For(committee.French)).press("1", "enter")
	u.press("Y").sees("attendue")
	u.press("Y").sees("figurent déjà sur la liste")
}

func TestASecondNoticeIsPrepared(t *testing.T) {
	u := waiting(t).press("A").sees("Impossible de convoquer : la réunion est « prévue ».")
	u.press("P", "enter", "c", "ctrl+s").sees("◐ convoquée")
	u.press("A").sees("Convoquer une seconde fois", "aucun quorum n’est requis").write("28/12/2017").press("ctrl+s")
	u.sees("seconde convocation préparée", "Seconde convocation", "Seconde convocation : Réunion de décembre")
	s := u.meetingCalled("Seconde convocation\u00a0: Réunion de décembre")
	if s.Meeting.Kind != committee.SecondNotice || s.Meeting.Starts != "2017-12-28" || len(s.Items) != 7 {
		t.Errorf("the file holds %+v with %d items", s.Meeting, len(s.Items))
	}
	u.press("esc", "A").sees("une seconde convocation a déjà été préparée")
}

func TestTheBacklogIsAListOfItsOwn(t *testing.T) {
	u := waiting(t).press("esc", "b").sees("Points proposés", "Calendrier 2018", "15/12/2017").misses("Réunions : Points")
	u.press("n").write("Logo du Comité").press("ctrl+s").sees("Logo du Comité")
	u.press("K").sees("point déplacé")
	w, err := u.book.Proposals(context.Background(), register.Query{})
	if err != nil || len(w.Rows) != 2 || w.Rows[0].Item.Title != "Logo du Comité" {
		t.Fatalf("the backlog holds %+v, %v", w.Rows, err)
	}
	u.press("enter").sees("proposé, à aucun ordre du jour").press("e").write(" 2").press("ctrl+s").sees("Logo du Comité 2")
	u.press("a").sees("Inscrire à un ordre du jour").write("décembre").press("down", "enter", "ctrl+s").sees("inscrit à l’ordre du jour", "Réunion de décembre")
	if s := u.meetingCalled("Réunion de décembre"); len(s.Items) != 1 || s.Items[0].Title != "Logo du Comité 2" {
		t.Errorf("the agenda holds %+v", s.Items)
	}
	u.press("esc").misses("Logo du Comité")
	u.press("z").sees("Archivé").misses("Calendrier 2018")
}

func TestTheBacklogIsReachedByItsWords(t *testing.T) {
	waiting(t).press("0", ":").write("points proposés").press("enter").sees("Points proposés  ", "Calendrier 2018").misses("Réunions")
}

func TestTheNoticeIsHeldAgainstTheSetting(t *testing.T) {
	u := waiting(t).press("c", "ctrl+s").sees("15/12/2017, 6 jours avant ; délai non fixé par le Comité")
	c, err := u.book.Committee(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	c.Name, c.NoticeDays, c.Language = "Comité", 15, committee.French
	if _, err := u.book.SaveCommittee(context.Background(), c); err != nil {
		t.Fatal(err)
	}
	u.press("esc", "enter").sees("15/12/2017, 6 jours avant, au lieu de 15 jours")
	u.press("p").write("31/01/2018").press("tab").write("salle indisponible").press("ctrl+s")
	u.sees("non envoyée, à envoyer au plus tard le 16/01/2018")
}

func TestTheUsualItemsAreNotOfferedToAnAgendaWrittenByHand(t *testing.T) {
	u := waiting(t).press("i").write("Ouverture").press("ctrl+s").sees("1  Ouverture")
	u.press("P").sees("[ ]  Réunion ordinaire", "[x]  Budget")
}

func TestASecondNoticeSaysThatItNeedsNoQuorum(t *testing.T) {
	visit(t, "example", 80, 24, i18n.For(committee.French)).press("1", "down", "down", "enter").sees("aucun quorum requis sur seconde convocation")
}

// Minutes that an item written by hand is about already are offered, with that
// item, and not ticked.
func TestMinutesThatAnItemIsAboutAreNotTicked(t *testing.T) {
	u := waiting(t).press("i").write("Procès-verbaux d’octobre et de novembre").press("ctrl+s").sees("1  Procès-verbaux")
	u.press("P").sees("[ ]  Réunion ordinaire n° 01/2017", "déjà à l’ordre du jour :", "Procès-verbaux d’octobre et de novembre", "[x]  Budget")
	u.press("enter").sees("Budget").misses("Adoption du procès-verbal")
}
