package tui_test

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"suivi/internal/register"
)

// aWorkshop are the keys that plan a workshop of three days: its items have a
// day, which those of a meeting of one day do not.
const aWorkshop = "1 n right right right right tab W tab 1 8 / 1 2 / 2 0 1 7 tab 2 0 / 1 2 / 2 0 1 7 ctrl+s"

// aLongSession are the keys that open a session of more than nine items, with a
// line.
var aLongSession = "1 o enter" + strings.Repeat(" i x ctrl+s", 9) + " > n x enter esc"

// origins are the forms and prompts of the screens, by the name in their
// origin, and how each is reached. A new one is added here.
var origins = []struct {
	name string
	scene
}{
	{"action", scene{pack: "example", keys: []string{"3", "e"}}},
	{"recommendation", scene{pack: "example", keys: []string{"2", "e"}}},
	{"decision", scene{pack: "example", keys: []string{"5", "e"}}},
	{"guideline", scene{pack: "example", keys: []string{"4", "e"}}},
	{"meeting", scene{pack: "example", keys: []string{"1", "e"}}},
	{"institution", scene{pack: "example", keys: []string{"6", "e"}}},
	{"function", scene{pack: "example", keys: []string{"6", "tab", "e"}}},
	{"person", scene{pack: "example", keys: []string{"6", "tab", "tab", "e"}}},
	{"group", scene{pack: "example", keys: []string{"6", "tab", "tab", "tab", "e"}}},
	{"reference", scene{pack: "bamako-2017", keys: []string{"7", "e"}}},
	{"article", scene{pack: "bamako-2017", keys: []string{"4", "enter", "down", "enter", "e"}}},
	{"article", scene{pack: "bamako-2017", keys: []string{"4", "enter", "i"}}},
	{"agenda_item", scene{pack: "example", keys: []string{"1", "i"}}},
	{"agenda_item", scene{pack: "example", keys: strings.Fields(aWorkshop + " i")}},
	{"attendance", scene{pack: "example", keys: []string{"1", "y"}}},
	{"entry", scene{pack: "example", keys: []string{"1", "m"}}},
	{"mandate", scene{pack: "example", keys: []string{"6", "tab", "enter", "m"}}},
	{"committee", scene{pack: "example", keys: []string{"8", "e"}}},
	{"axis", scene{pack: "example", keys: []string{"8", "i"}}},
	{"axis", scene{pack: "example", keys: []string{"8", "enter"}}},
	{"who", scene{pack: "example", keys: []string{"8", "I"}}},
	{"action_extend", scene{pack: "example", keys: []string{"3", "t"}}},
	{"action_report", scene{pack: "example", keys: []string{"3", "p"}}},
	{"action_confirm", scene{pack: "example", keys: []string{"3", "f", "f", "f", "f", "f", "c"}}},
	{"action_step", scene{pack: "example", keys: []string{"3", "down", "b"}}},
	{"action_step", scene{pack: "example", keys: []string{"3", "f", "f", "f", "f", "f", "v"}}},
	{"action_step", scene{pack: "example", keys: []string{"3", "f", "f", "f", "f", "f", "R"}}},
	{"recommendation_step", scene{pack: "example", keys: []string{"2", "/"}, typed: "R-2017-16\nb"}},
	{"recommendation_ruling", scene{pack: "example", keys: []string{"2", "m"}}},
	{"recommendation_ruling", scene{pack: "example", keys: []string{"2", "r"}}},
	{"decision_ruling", scene{pack: "example", keys: []string{"5", "r"}}},
	{"guideline_step", scene{pack: "example", keys: []string{"4", "x"}}},
	{"article_amend", scene{pack: "example", keys: []string{"4", "enter", "down", "enter", "m"}}},
	{"meeting_step", scene{pack: "example", keys: []string{"1", "c"}}},
	{"meeting_step", scene{pack: "example", keys: []string{"1", "o"}}},
	{"session", scene{pack: "example", keys: []string{"1", "o", "enter", "n"}}},
	{"session_outcome", scene{pack: "example", keys: []string{"1", "o", "enter", "p"}}},
	{"session_outcome", scene{pack: "example", keys: []string{"1", "o", "enter", "R"}}},
	{"session_outcome", scene{pack: "example", keys: []string{"1", "o", "enter", "w"}}},
	{"session_late", scene{pack: "example", keys: []string{"1", "o", "enter", "i"}}},
	{"session_move", scene{pack: "example", keys: strings.Fields(aLongSession + " M")}},
	{"session_movement", scene{pack: "example", keys: []string{"1", "down", "R", "x", "enter", "o", "m"}}},
	{"attend_represented", scene{pack: "example", keys: []string{"1", "down", "R", "x", "enter", "o", "y", "r"}}},
	{"attend_moved", scene{pack: "example", keys: []string{"1", "down", "R", "x", "enter", "o", "y", "m"}}},
	{"attend_guest", scene{pack: "example", keys: []string{"1", "o", "enter", "y", "i"}}},
	{"matter_answer", scene{pack: "example", keys: []string{"1", "o", "enter", "o", "p"}}},
	{"matter_answer", scene{pack: "example", keys: []string{"1", "o", "enter", "o", "b"}}},
	{"matter_answer", scene{pack: "example", keys: []string{"1", "o", "enter", "o", "t"}}},
	{"matter_answer", scene{pack: "example", keys: []string{"1", "o", "enter", "o", "x"}}},
	{"matter_answer", scene{pack: "example", keys: []string{"1", "o", "enter", "o", "r"}}},
	{"vote", scene{pack: "example", keys: []string{"1", "o", "enter", "v"}}},
	{"bloc_wording", scene{pack: "example", keys: []string{"1", "o", "enter", "r", "x", "enter", "esc", "B", "e"}}},
	{"bloc", scene{pack: "example", keys: []string{"1", "o", "enter", "r", "x", "enter", "esc", "B", "e", "a", "ctrl+s"}}},
	{"adjourn", scene{pack: "example", keys: []string{"1", "o", "enter", "C", "C", "enter"}}},
	{"meeting_step", scene{pack: "example", keys: []string{"1", "x"}}},
	{"meeting_again", scene{pack: "example", keys: []string{"1", "c", "ctrl+s", "A"}}},
	{"item_agenda", scene{pack: "example", keys: []string{"1", "b", "n", "P", "ctrl+s", "a"}}},
	{"agenda_item", scene{pack: "example", keys: []string{"1", "b", "n"}}},
	{"item_outcome", scene{pack: "example", keys: []string{"1", "enter", "end", "home", "down", "down", "down", "enter", "p"}}},
	{"mandate_end", scene{pack: "example", keys: []string{"6", "tab", "tab", "enter", "down", "t"}}},
}

// Whatever was open when the program ended comes back as it was: every form
// and every prompt, with what it was made of.
func TestDraftOfEveryFormAndPrompt(t *testing.T) {
	for _, o := range origins {
		still(t, o.name+" "+strings.Join(o.keys, " "), func(t *testing.T) {
			s := sits(t, o.pack, 100, 60).press(o.keys...).finds(o.typed)
			for range 8 {
				if s.write("2"); len(s.kept()) == 1 {
					break
				}
				s.press("tab")
			}
			if s.wantKept(1).press("esc"); strings.Contains(s.frame(), "Quitter le formulaire") || strings.Contains(s.frame(), "Cette ligne n’est pas enregistrée") {
				s.press("esc")
			}
			before := s.filled()
			s.returns().sees(offered).press("enter")
			if now := s.filled(); now != before {
				t.Errorf("--- was\n%s\n--- is\n%s\n%s", before, now, s.frame())
			}
			s.wantKept(1)
		})
	}
}

// A wording that was being amended comes back on the page that keeps it until
// the adoption: saved anywhere else, it would be lost.
func TestDraftOfAWordingStandsWhereItIsKept(t *testing.T) {
	s := sits(t, "example", 100, 60).press("1", "o", "enter", "r").write("Tenir un registre.").press("enter", "esc", "B", "e")
	s.write(" Chaque année.").wantKept(1).returns().sees(offered).press("enter").sees("Adoption en bloc", "registre. Chaque année.")
	s.press("ctrl+s").sees("✓ amendée", "Tenir un registre. Chaque année.").wantKept(1)
	// The page keeps it, killed or not, until the adoption or until it is given up.
	s.returns().sees(offered, "Tenir un registre. Chaque année.").press("enter").sees("✓ amendée", "Tenir un registre. Chaque année.")
	s.press("2").sees("Quitter l’adoption en bloc", "qu’avec l’adoption").press("esc").sees("✓ amendée").press("esc").sees("Quitter l’adoption").press("esc")
	s.press("ctrl+s").sees("adoptée").wantKept(0)
	found, err := s.book.Recommendations(context.Background(), register.Query{Filter: "registre chaque", Limit: 5})
	if err != nil || len(found.Rows) != 1 || found.Rows[0].Text != "Tenir un registre. Chaque année." {
		t.Errorf("the file holds %v, %v", found.Rows, err)
	}
}

// filled is the form or the prompt in hand: the lowest part of the body.
func (s *sitter) filled() string {
	rows := s.rows()
	end := len(rows) - 1
	for end > 1 && !strings.HasSuffix(rows[end], "───") { // the keys may take several rows
		end--
	}
	rows = rows[1:end]
	for i := len(rows) - 1; i > 0; i-- {
		if strings.HasPrefix(rows[i], "───") {
			rows = rows[i:]
			break
		}
	}
	var kept []string
	for _, row := range rows {
		if !strings.HasPrefix(strings.TrimSpace(row), "!") { // what is wrong is said again on leaving the field
			kept = append(kept, row)
		}
	}
	return strings.TrimSpace(strings.Join(kept, "\n"))
}

// No form can be forgotten: each says what it is made of, and the test above
// plays it.
func TestEveryFormHasAnOriginThatIsPlayed(t *testing.T) {
	played := map[string]bool{}
	for _, o := range origins {
		played[o.name] = true
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.CompositeLit); ok && named0(spec.Type) == "formSpec" && !hasKey(spec, "origin") {
				t.Errorf("%s: a form without an origin: what is typed in it would not be kept", name)
			}
			call, ok := n.(*ast.CallExpr)
			if !ok || named0(call.Fun) != "made" {
				return true
			}
			literal, ok := call.Args[0].(*ast.BasicLit)
			if !ok {
				t.Errorf("%s: an origin whose name is not written there", name)
				return true
			}
			form, _ := strconv.Unquote(literal.Value)
			if found++; !played[form] {
				t.Errorf("%s: the form %q is not among those played", name, form)
			}
			return true
		})
	}
	if found < 25 {
		t.Errorf("only %d origins found", found)
	}
}

func named0(e ast.Expr) string {
	if name, ok := e.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}

func hasKey(lit *ast.CompositeLit, key string) bool {
	for _, e := range lit.Elts {
		if pair, ok := e.(*ast.KeyValueExpr); ok && named0(pair.Key) == key {
			return true
		}
	}
	return false
}
