package tui_test

import (
	"context"
	"strconv"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/tui"
)

// scene is a frame, and how it is reached.
type scene struct {
	name, pack string
	keys       []string
	typed      string
}

// screens are the frames kept: each is reached by keys from the first screen
// of a starter pack.
var screens = []scene{
	{name: "home", pack: "example"},
	{name: "home_bamako", pack: "bamako-2017"},
	{name: "home_empty", pack: "empty"},
	{name: "meetings", pack: "example", keys: []string{"1"}},
	{name: "meeting", pack: "example", keys: []string{"1", "G", "enter"}},
	{name: "meeting_bamako", pack: "bamako-2017", keys: []string{"1", "enter"}},
	{name: "prepare", pack: "example", keys: []string{"1", "enter", "P"}},
	{name: "prepare_bamako", pack: "bamako-2017", keys: []string{"1", "n", "right", "right", "right", "right", "tab", "W", "ctrl+s", "enter", "P"}},
	{name: "backlog", pack: "example", keys: []string{"1", "b", "n", "C", "a", "r", "t", "e", "ctrl+s"}},
	{name: "meeting_form", pack: "example", keys: []string{"1", "n"}},
	{name: "meeting_attendance_form", pack: "example", keys: []string{"1", "down", "R", "x", "enter", "enter", "y"}},
	{name: "meeting_entry_form", pack: "example", keys: []string{"1", "enter", "m"}},
	{name: "recommendations", pack: "example", keys: []string{"2"}},
	{name: "recommendations_filtered", pack: "example", keys: []string{"2", "/"}, typed: "numero"},
	{name: "recommendation", pack: "example", keys: []string{"2", "/"}, typed: "R-2017-13\n\n"},
	{name: "recommendation_form", pack: "example", keys: []string{"2", "n"}},
	{name: "recommendation_amend", pack: "example", keys: []string{"2", "m"}},
	{name: "roadmap", pack: "example", keys: []string{"3"}},
	{name: "roadmap_bamako", pack: "bamako-2017", keys: []string{"3"}},
	{name: "action", pack: "example", keys: []string{"3", "/"}, typed: "A-2017-23\n\n"},
	{name: "action_form", pack: "example", keys: []string{"3", "n"}},
	{name: "action_block", pack: "example", keys: []string{"3", "down", "b"}},
	{name: "action_report", pack: "example", keys: []string{"3", "p"}},
	{name: "action_extend", pack: "example", keys: []string{"3", "t"}},
	{name: "guidelines", pack: "example", keys: []string{"4"}},
	{name: "guideline", pack: "example", keys: []string{"4", "enter"}},
	{name: "guideline_bamako", pack: "bamako-2017", keys: []string{"4", "enter"}},
	{name: "article", pack: "example", keys: []string{"4", "enter", "down", "enter"}},
	{name: "decisions", pack: "example", keys: []string{"5"}},
	{name: "decision", pack: "example", keys: []string{"5", "/"}, typed: "D-2017-08\n\n"},
	{name: "directory", pack: "example", keys: []string{"6"}},
	{name: "directory_functions", pack: "example", keys: []string{"6", "tab"}},
	{name: "directory_people", pack: "example", keys: []string{"6", "tab", "tab"}},
	{name: "directory_groups", pack: "example", keys: []string{"6", "tab", "tab", "tab"}},
	{name: "institution", pack: "example", keys: []string{"6", "enter"}},
	{name: "function", pack: "example", keys: []string{"6", "tab", "enter"}},
	{name: "person", pack: "example", keys: []string{"6", "tab", "tab", "enter"}},
	{name: "group", pack: "example", keys: []string{"6", "tab", "tab", "tab", "enter"}},
	{name: "references", pack: "bamako-2017", keys: []string{"7"}},
	{name: "reference", pack: "bamako-2017", keys: []string{"7", "enter"}},
	{name: "settings", pack: "example", keys: []string{"8"}},
	{name: "settings_form", pack: "bamako-2017", keys: []string{"8", "e"}},
	{name: "journal", pack: "example", keys: []string{"9"}},
	{name: "history", pack: "example", keys: []string{"2", "H"}},
	{name: "places", pack: "example", keys: []string{"g"}},
	{name: "help", pack: "example", keys: []string{"2", "?"}},
	{name: "search_empty", pack: "example", keys: []string{"ctrl+f"}},
	{name: "search", pack: "example", keys: []string{"ctrl+f"}, typed: "formation"},
	{name: "search_bamako", pack: "bamako-2017", keys: []string{"3", "ctrl+f"}, typed: "traite"},
	{name: "search_part", pack: "example", keys: []string{"ctrl+f", "tab", "tab", "tab"}, typed: "session"},
	{name: "search_nothing", pack: "example", keys: []string{"ctrl+f", "tab"}, typed: "xylophone"},
}

// forms are frames of forms, prompts and questions, reached as screens are.
var forms = []scene{
	{name: "agenda_item", pack: "example", keys: []string{"1", "enter", "end", "home", "down", "down", "down", "enter"}},
	{name: "meeting_convene", pack: "example", keys: []string{"1", "c"}},
	{name: "meeting_again", pack: "example", keys: []string{"1", "c", "ctrl+s", "A"}},
	{name: "backlog_put_on", pack: "example", keys: []string{"1", "b", "n", "P", "ctrl+s", "a"}},
	{name: "meeting_adopt_minutes", pack: "example", keys: []string{"1", "down", "down", "a"}},
	{name: "decision_form", pack: "example", keys: []string{"5", "n"}},
	{name: "decision_reject", pack: "example", keys: []string{"5", "r"}},
	{name: "guideline_form", pack: "example", keys: []string{"4", "n"}},
	{name: "guideline_repeal", pack: "example", keys: []string{"4", "x"}},
	{name: "article_form", pack: "bamako-2017", keys: []string{"4", "enter", "i"}},
	{name: "institution_form", pack: "example", keys: []string{"6", "n"}},
	{name: "function_form", pack: "example", keys: []string{"6", "tab", "n"}},
	{name: "person_form", pack: "example", keys: []string{"6", "tab", "tab", "n"}},
	{name: "group_form", pack: "example", keys: []string{"6", "tab", "tab", "tab", "n"}},
	{name: "mandate_form", pack: "example", keys: []string{"6", "tab", "enter", "m"}},
	{name: "reference_form", pack: "bamako-2017", keys: []string{"7", "n"}},
	{name: "axis_form", pack: "example", keys: []string{"8", "i"}},
	{name: "action_validate", pack: "example", keys: []string{"3", "f", "f", "f", "f", "f", "v"}},
	{name: "action_confirm", pack: "example", keys: []string{"3", "f", "f", "f", "f", "f", "c"}},
	{name: "question_undo", pack: "example", keys: []string{"2", "a", "ctrl+s", "u"}},
	{name: "journal_choose", pack: "example", keys: []string{"9", "F"}},
	{name: "question_archive", pack: "example", keys: []string{"6", "z"}},
	{name: "question_leave", pack: "example", keys: []string{"2", "n", "x", "esc"}},
	{name: "question_quit", pack: "example", keys: []string{"2", "n", "x", "ctrl+c"}},
	{name: "refusal", pack: "example", keys: []string{"2", "s"}},
}

var sizes = []struct{ width, height int }{{80, 24}, {140, 40}}

func TestScreens(t *testing.T) {
	for _, sc := range swept(screens, forms) {
		for _, lang := range []committee.Language{committee.French, committee.English} {
			for _, size := range sizes {
				name := sc.name + "_" + string(lang) + "_" + strconv.Itoa(size.width)
				still(t, name, func(t *testing.T) {
					u := visit(t, sc.pack, size.width, size.height, i18n.For(lang)).press(sc.keys...)
					u.typeKeys(sc.typed).golden(name)
				})
			}
		}
	}
}

// typeKeys types text; a line break is the enter key.
func (u *user) typeKeys(s string) *user {
	for _, r := range s {
		if r == '\n' {
			u.press("enter")
			continue
		}
		u.write(string(r))
	}
	return u
}

func TestWelcomeScreens(t *testing.T) {
	for _, lang := range []committee.Language{committee.French, committee.English} {
		for _, size := range sizes {
			suffix := "_" + string(lang) + "_" + strconv.Itoa(size.width)
			still(t, "welcome"+suffix, func(t *testing.T) {
				u := welcomed(t, size.width, size.height, lang)
				u.golden("welcome" + suffix)
				u.press("enter").golden("who" + suffix)
			})
		}
	}
}

// welcomed is a first start, with no file yet.
func welcomed(t *testing.T, width, height int, lang committee.Language) *user {
	t.Helper()
	return visit(t, "bamako-2017", width, height, i18n.For(lang), func(c *tui.Config) {
		book := c.Book
		c.Book, c.Path, c.Starters = nil, "/home/awa/comite.suivi", []string{"bamako-2017", "checklist", "example", "empty"}
		c.Actor = committee.Actor{}
		c.Create = func(context.Context, string, committee.Language) (tui.Book, error) { return book, nil }
	})
}
