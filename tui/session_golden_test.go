package tui_test

import (
	"strconv"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
)

// written is a session with lines of every kind, the third item under way.
func written(t *testing.T, width, height int, loc *i18n.Locale) *user {
	t.Helper()
	u := inTheRoom(t, width, height, loc).press(">")
	u.writing("n", "La présidente ouvre la séance ; le quorum est constaté.").press("t", "t")
	u.writing("n", "Présentation par la rapporteure du groupe, qui rappelle les trois étapes convenues en octobre.")
	u.writing("s", "Les moyens annoncés restent insuffisants. @trav")
	u.writing("r", "Désigner un point focal par structure @fam @abri >T1 2018")
	u.writing("d", "Le comité arrête la liste des points focaux. >15/06/2018")
	u.writing("a", "Transmettre la liste des points focaux @just >31/01/2018 !haute")
	u.writing("b", "La fiche de liaison unique, que deux régions emploient déjà.")
	return u.writing("f", "Le transport des victimes n’a pas de ligne budgétaire.")
}

// sessionScenes are the frames kept of a session, and the keys to each.
var sessionScenes = []struct {
	name string
	do   func(*user)
}{
	{"session", func(*user) {}},
	{"session_typing", func(u *user) { u.press("a").write("Saisir le décret @EX-JUST >15/01/2018 #zut") }},
	{"session_offers", func(u *user) { u.press("a").write("Saisir le décret @ex-") }},
	{"session_edit", func(u *user) { u.press("up", "up", "e") }},
	{"session_turn", func(u *user) { u.press("up", "c") }},
	{"session_agenda", func(u *user) { u.press("tab", "down") }},
	{"session_beside", func(u *user) { u.press("P") }},
	{"session_room", func(u *user) { u.press("up", "up", "up", "V") }},
	{"session_late", func(u *user) { u.press("i") }},
	{"session_movement", func(u *user) { u.press("m") }},
	{"session_lost", func(u *user) {
		for _, who := range []string{"just", "fam", "abri", "trav"} {
			u.press("m").write("ex-"+who).press("down", "enter", "ctrl+s")
		}
		u.press("n").write("On poursuit sans décider")
	}},
	{"session_help", func(u *user) { u.press("?") }},
}

func TestSessionScreens(t *testing.T) {
	for _, lang := range []committee.Language{committee.French, committee.English} {
		for _, size := range sizes {
			suffix := "_" + string(lang) + "_" + strconv.Itoa(size.width)
			u := written(t, size.width, size.height, i18n.For(lang))
			start := u.model
			for _, sc := range sessionScenes {
				u.back(start)
				sc.do(u)
				u.golden(sc.name + suffix)
			}
		}
	}
}
