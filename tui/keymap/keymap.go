// Package keymap holds every key of suivi once: dispatch, footer, help and the
// README's table all read it.
package keymap

import "suivi/internal/i18n"

// Group is where a key belongs in the help.
type Group int

// The groups, in the order the help shows them.
const (
	Everywhere Group = iota
	Lists
	Pages
	Forms
	Proposals
	Progress
	Meetings
	Agenda
	Guidelines
	Directory
)

// Key is one key: what is pressed, how it is written, and its words.
type Key struct {
	// Press holds the names Bubble Tea gives the key; any of them will do.
	Press []string
	// Show is how the footer and the help write it.
	Show  string
	Group Group
	Word  func(i18n.KeyWords) i18n.KeyWord
}

// Matches tells whether the pressed key, by its name, is this one.
func (k Key) Matches(pressed string) bool {
	for _, p := range k.Press {
		if p == pressed {
			return true
		}
	}
	return false
}

func key(g Group, show string, word func(i18n.KeyWords) i18n.KeyWord, press ...string) Key {
	if len(press) == 0 {
		press = []string{show}
	}
	return Key{Press: press, Show: show, Group: g, Word: word}
}

type words = i18n.KeyWords

// The keys. None needs AltGr on a French keyboard.
var (
	Move     = key(Everywhere, "↑↓", func(w words) i18n.KeyWord { return w.Move }, "up", "down", "k", "j")
	Open     = key(Everywhere, "⏎", func(w words) i18n.KeyWord { return w.Open }, "enter", "right", "l")
	Back     = key(Everywhere, "esc", func(w words) i18n.KeyWord { return w.Back }, "esc", "left", "h", "backspace")
	Go       = key(Everywhere, "g", func(w words) i18n.KeyWord { return w.Go })
	Places   = key(Everywhere, "0-8", func(w words) i18n.KeyWord { return w.Places }, "0", "1", "2", "3", "4", "5", "6", "7", "8", "à", "&", "é", "\"", "'", "(", "-", "è", "_")
	Language = key(Everywhere, "L", func(w words) i18n.KeyWord { return w.Language })
	Help     = key(Everywhere, "?", func(w words) i18n.KeyWord { return w.Help }, "?", "f1")
	Quit     = key(Everywhere, "q", func(w words) i18n.KeyWord { return w.Quit }, "q", "ctrl+c")

	Filter   = key(Lists, "/", func(w words) i18n.KeyWord { return w.Filter }, "/", "ctrl+/")
	Scope    = key(Lists, "f", func(w words) i18n.KeyWord { return w.Scope })
	Tab      = key(Lists, "tab", func(w words) i18n.KeyWord { return w.Tab }, "tab", "shift+tab")
	Sort     = key(Lists, "<", func(w words) i18n.KeyWord { return w.Sort })
	Reverse  = key(Lists, ">", func(w words) i18n.KeyWord { return w.Reverse })
	New      = key(Lists, "n", func(w words) i18n.KeyWord { return w.New })
	Archived = key(Lists, "Z", func(w words) i18n.KeyWord { return w.Archived })
	PageDown = key(Lists, "pgdn", func(w words) i18n.KeyWord { return w.PageDown }, "pgdown", "ctrl+d", "space")
	PageUp   = key(Lists, "pgup", func(w words) i18n.KeyWord { return w.PageUp }, "pgup", "ctrl+u")
	Top      = key(Lists, "gg", func(w words) i18n.KeyWord { return w.Top }, "home")
	Bottom   = key(Lists, "G", func(w words) i18n.KeyWord { return w.Bottom }, "G", "end")

	Edit    = key(Pages, "e", func(w words) i18n.KeyWord { return w.Edit })
	Archive = key(Pages, "z", func(w words) i18n.KeyWord { return w.Archive })
	Restore = key(Pages, "z", func(w words) i18n.KeyWord { return w.Restore })

	NextField      = key(Forms, "tab", func(w words) i18n.KeyWord { return w.NextField }, "tab", "enter")
	PreviousField  = key(Forms, "shift+tab", func(w words) i18n.KeyWord { return w.PreviousField })
	CompletionTake = key(Forms, "⏎", func(w words) i18n.KeyWord { return w.CompletionTake }, "enter", "tab")
	NewInField     = key(Forms, "ctrl+n", func(w words) i18n.KeyWord { return w.NewInField })
	Choose         = key(Forms, "←→", func(w words) i18n.KeyWord { return w.Choose }, "left", "right", "space")
	NewLine        = key(Forms, "⏎", func(w words) i18n.KeyWord { return w.NewLine }, "enter")
	SaveForm       = key(Forms, "ctrl+s", func(w words) i18n.KeyWord { return w.SaveForm })
	LeaveForm      = key(Forms, "esc", func(w words) i18n.KeyWord { return w.LeaveForm })

	Adopt      = key(Proposals, "a", func(w words) i18n.KeyWord { return w.Adopt })
	Amend      = key(Proposals, "m", func(w words) i18n.KeyWord { return w.Amend })
	Reject     = key(Proposals, "r", func(w words) i18n.KeyWord { return w.Reject })
	Defer      = key(Proposals, "p", func(w words) i18n.KeyWord { return w.Defer })
	Withdraw   = key(Proposals, "w", func(w words) i18n.KeyWord { return w.Withdraw })
	MakeAction = key(Proposals, "N", func(w words) i18n.KeyWord { return w.MakeAction })

	Start    = key(Progress, "s", func(w words) i18n.KeyWord { return w.Start })
	Block    = key(Progress, "b", func(w words) i18n.KeyWord { return w.Block })
	Declare  = key(Progress, "d", func(w words) i18n.KeyWord { return w.Declare })
	Validate = key(Progress, "v", func(w words) i18n.KeyWord { return w.Validate })
	Return   = key(Progress, "R", func(w words) i18n.KeyWord { return w.Return })
	Abandon  = key(Progress, "x", func(w words) i18n.KeyWord { return w.Abandon })
	Reopen   = key(Progress, "o", func(w words) i18n.KeyWord { return w.Reopen })
	Extend   = key(Progress, "t", func(w words) i18n.KeyWord { return w.Extend })
	Report   = key(Progress, "p", func(w words) i18n.KeyWord { return w.Report })
	Confirm  = key(Progress, "c", func(w words) i18n.KeyWord { return w.Confirm })

	Convene           = key(Meetings, "c", func(w words) i18n.KeyWord { return w.Convene })
	OpenSession       = key(Meetings, "o", func(w words) i18n.KeyWord { return w.OpenSession })
	Adjourn           = key(Meetings, "t", func(w words) i18n.KeyWord { return w.Adjourn })
	Postpone          = key(Meetings, "p", func(w words) i18n.KeyWord { return w.Postpone })
	Cancel            = key(Meetings, "x", func(w words) i18n.KeyWord { return w.Cancel })
	Reconvene         = key(Meetings, "R", func(w words) i18n.KeyWord { return w.Reconvene })
	AddItem           = key(Meetings, "i", func(w words) i18n.KeyWord { return w.AddItem })
	AddAttendance     = key(Meetings, "y", func(w words) i18n.KeyWord { return w.AddAttendance })
	AddEntry          = key(Meetings, "m", func(w words) i18n.KeyWord { return w.AddEntry })
	AddRecommendation = key(Meetings, "r", func(w words) i18n.KeyWord { return w.AddRecommendation })
	AddDecision       = key(Meetings, "D", func(w words) i18n.KeyWord { return w.AddDecision })
	Circulate         = key(Meetings, "d", func(w words) i18n.KeyWord { return w.Circulate })
	AdoptMinutes      = key(Meetings, "a", func(w words) i18n.KeyWord { return w.AdoptMinutes })
	Sign              = key(Meetings, "s", func(w words) i18n.KeyWord { return w.Sign })
	Correct           = key(Meetings, "C", func(w words) i18n.KeyWord { return w.Correct })

	MoveUp       = key(Agenda, "K", func(w words) i18n.KeyWord { return w.MoveUp }, "K", "shift+up")
	MoveDown     = key(Agenda, "J", func(w words) i18n.KeyWord { return w.MoveDown }, "J", "shift+down")
	Dealt        = key(Agenda, "d", func(w words) i18n.KeyWord { return w.Dealt })
	PutOff       = key(Agenda, "p", func(w words) i18n.KeyWord { return w.PutOff })
	WithdrawItem = key(Agenda, "w", func(w words) i18n.KeyWord { return w.WithdrawItem })
	Refer        = key(Agenda, "t", func(w words) i18n.KeyWord { return w.Refer })
	Pending      = key(Agenda, "o", func(w words) i18n.KeyWord { return w.Pending })

	Examine        = key(Guidelines, "s", func(w words) i18n.KeyWord { return w.Examine })
	AdoptGuideline = key(Guidelines, "a", func(w words) i18n.KeyWord { return w.AdoptGuideline })
	Enforce        = key(Guidelines, "v", func(w words) i18n.KeyWord { return w.Enforce })
	Revise         = key(Guidelines, "R", func(w words) i18n.KeyWord { return w.Revise })
	Repeal         = key(Guidelines, "x", func(w words) i18n.KeyWord { return w.Repeal })
	AddArticle     = key(Guidelines, "i", func(w words) i18n.KeyWord { return w.AddArticle })

	AddFunction  = key(Directory, "i", func(w words) i18n.KeyWord { return w.AddFunction })
	AddMandate   = key(Directory, "m", func(w words) i18n.KeyWord { return w.AddMandate })
	EndMandate   = key(Directory, "t", func(w words) i18n.KeyWord { return w.EndMandate })
	AddAxis      = key(Directory, "i", func(w words) i18n.KeyWord { return w.AddAxis })
	SameIdentity = key(Directory, "I", func(w words) i18n.KeyWord { return w.SameIdentity })
)

// All lists the keys in the order of the README's table.
var All = []Key{
	Move, Open, Back, Go, Places, Language, Help, Quit,
	Filter, Scope, Tab, Sort, Reverse, New, Archived, PageDown, PageUp, Top, Bottom,
	Edit, Archive, Restore,
	NextField, PreviousField, Choose, NewLine, CompletionTake, NewInField, SaveForm, LeaveForm,
	Adopt, Amend, Reject, Defer, Withdraw, MakeAction,
	Start, Block, Declare, Validate, Return, Abandon, Reopen, Extend, Report, Confirm,
	Convene, OpenSession, Adjourn, Postpone, Cancel, Reconvene, AddItem, AddAttendance, AddEntry, AddRecommendation, AddDecision,
	Circulate, AdoptMinutes, Sign, Correct,
	MoveUp, MoveDown, Dealt, PutOff, WithdrawItem, Refer, Pending,
	Examine, AdoptGuideline, Enforce, Revise, Repeal, AddArticle,
	AddFunction, AddMandate, EndMandate, AddAxis, SameIdentity,
}

// Digit is the number a key of Places stands for, on an AZERTY or a QWERTY
// keyboard, shifted or not.
func Digit(pressed string) (int, bool) {
	for i, p := range Places.Press {
		if p == pressed {
			return i % 9, true
		}
	}
	return 0, false
}
