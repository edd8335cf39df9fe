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
	Conflicts
	Proposals
	Progress
	Meetings
	Agenda
	Session
	Attending
	Arising
	Voting
	EnBloc
	Closing
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
	Places   = key(Everywhere, "0-9", func(w words) i18n.KeyWord { return w.Places }, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "à", "&", "é", "\"", "'", "(", "-", "è", "_", "ç")
	Search   = key(Everywhere, "ctrl+f", func(w words) i18n.KeyWord { return w.Search })
	Language = key(Everywhere, "L", func(w words) i18n.KeyWord { return w.Language })
	Undo     = key(Everywhere, "u", func(w words) i18n.KeyWord { return w.Undo })
	Redo     = key(Everywhere, "ctrl+r", func(w words) i18n.KeyWord { return w.Redo })
	Palette  = key(Everywhere, ":", func(w words) i18n.KeyWord { return w.Palette }, ":", "ctrl+p")
	Help     = key(Everywhere, "?", func(w words) i18n.KeyWord { return w.Help }, "?", "f1")
	AllSaved = key(Everywhere, "ctrl+s", func(w words) i18n.KeyWord { return w.AllSaved })
	SaveAs   = key(Everywhere, "ctrl+w", func(w words) i18n.KeyWord { return w.SaveAs })
	Quit     = key(Everywhere, "q", func(w words) i18n.KeyWord { return w.Quit }, "q", "ctrl+c")

	Filter   = key(Lists, "/", func(w words) i18n.KeyWord { return w.Filter }, "/", "ctrl+/")
	Scope    = key(Lists, "f", func(w words) i18n.KeyWord { return w.Scope })
	Narrow   = key(Lists, "F", func(w words) i18n.KeyWord { return w.Narrow })
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
	History = key(Pages, "H", func(w words) i18n.KeyWord { return w.History })

	NextField      = key(Forms, "tab", func(w words) i18n.KeyWord { return w.NextField }, "tab", "enter")
	PreviousField  = key(Forms, "shift+tab", func(w words) i18n.KeyWord { return w.PreviousField })
	CompletionTake = key(Forms, "⏎", func(w words) i18n.KeyWord { return w.CompletionTake }, "enter", "tab")
	NewInField     = key(Forms, "ctrl+n", func(w words) i18n.KeyWord { return w.NewInField })
	Choose         = key(Forms, "←→", func(w words) i18n.KeyWord { return w.Choose }, "left", "right", "space")
	NewLine        = key(Forms, "⏎", func(w words) i18n.KeyWord { return w.NewLine }, "enter")
	Editor         = key(Forms, "ctrl+o", func(w words) i18n.KeyWord { return w.Editor })
	Tick           = key(Forms, "x", func(w words) i18n.KeyWord { return w.Tick }, "x", "space")
	PrepareNow     = key(Forms, "⏎", func(w words) i18n.KeyWord { return w.PrepareNow }, "enter", "ctrl+s")
	SaveForm       = key(Forms, "ctrl+s", func(w words) i18n.KeyWord { return w.SaveForm })
	LeaveForm      = key(Forms, "esc", func(w words) i18n.KeyWord { return w.LeaveForm })

	TakeMine   = key(Conflicts, "m", func(w words) i18n.KeyWord { return w.TakeMine })
	TakeTheirs = key(Conflicts, "f", func(w words) i18n.KeyWord { return w.TakeTheirs })
	TakeBoth   = key(Conflicts, "e", func(w words) i18n.KeyWord { return w.TakeBoth })
	AllMine    = key(Conflicts, "M", func(w words) i18n.KeyWord { return w.AllMine })
	AllTheirs  = key(Conflicts, "F", func(w words) i18n.KeyWord { return w.AllTheirs })

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
	PrepareAgenda     = key(Meetings, "P", func(w words) i18n.KeyWord { return w.PrepareAgenda })
	Expect            = key(Meetings, "Y", func(w words) i18n.KeyWord { return w.Expect })
	CallAgain         = key(Meetings, "A", func(w words) i18n.KeyWord { return w.CallAgain })
	Backlog           = key(Meetings, "b", func(w words) i18n.KeyWord { return w.Backlog })
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
	PutOnAgenda  = key(Agenda, "a", func(w words) i18n.KeyWord { return w.PutOnAgenda })
	Pending      = key(Agenda, "o", func(w words) i18n.KeyWord { return w.Pending })

	NoteLine           = key(Session, "n", func(w words) i18n.KeyWord { return w.NoteLine })
	StatementLine      = key(Session, "s", func(w words) i18n.KeyWord { return w.StatementLine })
	DecisionLine       = key(Session, "d", func(w words) i18n.KeyWord { return w.DecisionLine })
	RecommendationLine = key(Session, "r", func(w words) i18n.KeyWord { return w.RecommendationLine })
	ActionLine         = key(Session, "a", func(w words) i18n.KeyWord { return w.ActionLine })
	VoteLine           = key(Session, "v", func(w words) i18n.KeyWord { return w.VoteLine })
	PracticeLine       = key(Session, "b", func(w words) i18n.KeyWord { return w.PracticeLine })
	DifficultyLine     = key(Session, "f", func(w words) i18n.KeyWord { return w.DifficultyLine })
	KeepLine           = key(Session, "⏎", func(w words) i18n.KeyWord { return w.KeepLine }, "enter")
	EndLine            = key(Session, "esc", func(w words) i18n.KeyWord { return w.EndLine })
	TakeName           = key(Session, "tab", func(w words) i18n.KeyWord { return w.TakeName })
	SplitLine          = key(Session, "ctrl+x", func(w words) i18n.KeyWord { return w.SplitLine })
	NextItem           = key(Session, ">", func(w words) i18n.KeyWord { return w.NextItem })
	PreviousItem       = key(Session, "<", func(w words) i18n.KeyWord { return w.PreviousItem })
	ToItem             = key(Session, "1-9", func(w words) i18n.KeyWord { return w.ToItem }, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "à", "&", "é", "\"", "'", "(", "-", "è", "_", "ç")
	TakeUp             = key(Session, "⏎", func(w words) i18n.KeyWord { return w.TakeUp }, "enter")
	TakeUpAgain        = key(Session, "T", func(w words) i18n.KeyWord { return w.TakeUpAgain })
	DealtGoOn          = key(Session, "t", func(w words) i18n.KeyWord { return w.DealtGoOn })
	PostponeItem       = key(Session, "p", func(w words) i18n.KeyWord { return w.PostponeItem })
	ReferItem          = key(Session, "R", func(w words) i18n.KeyWord { return w.ReferItem })
	DropItem           = key(Session, "w", func(w words) i18n.KeyWord { return w.DropItem })
	LateItem           = key(Session, "i", func(w words) i18n.KeyWord { return w.LateItem })
	Movement           = key(Session, "m", func(w words) i18n.KeyWord { return w.Movement })
	TakeAttendance     = key(Session, "y", func(w words) i18n.KeyWord { return w.TakeAttendance })
	Suspend            = key(Session, "S", func(w words) i18n.KeyWord { return w.Suspend })
	Matters            = key(Session, "o", func(w words) i18n.KeyWord { return w.Matters })
	Together           = key(Session, "B", func(w words) i18n.KeyWord { return w.Together })
	AdoptHere          = key(Session, "A", func(w words) i18n.KeyWord { return w.AdoptHere })
	EditLine           = key(Session, "e", func(w words) i18n.KeyWord { return w.EditLine })
	TurnLine           = key(Session, "c", func(w words) i18n.KeyWord { return w.TurnLine })
	MoveLine           = key(Session, "M", func(w words) i18n.KeyWord { return w.MoveLine })
	RemoveLine         = key(Session, "z", func(w words) i18n.KeyWord { return w.RemoveLine })
	Focus              = key(Session, "tab", func(w words) i18n.KeyWord { return w.Focus }, "tab", "shift+tab")
	Beside             = key(Session, "P", func(w words) i18n.KeyWord { return w.Beside })
	Room               = key(Session, "V", func(w words) i18n.KeyWord { return w.Room })
	LeaveSession       = key(Session, "ctrl+g", func(w words) i18n.KeyWord { return w.LeaveSession })
	CloseSession       = key(Session, "C", func(w words) i18n.KeyWord { return w.CloseSession })
	IsPresent          = key(Attending, "p", func(w words) i18n.KeyWord { return w.IsPresent })
	IsExcused          = key(Attending, "e", func(w words) i18n.KeyWord { return w.IsExcused })
	IsAbsent           = key(Attending, "a", func(w words) i18n.KeyWord { return w.IsAbsent })
	IsRepresented      = key(Attending, "r", func(w words) i18n.KeyWord { return w.IsRepresented })
	IsRemote           = key(Attending, "v", func(w words) i18n.KeyWord { return w.IsRemote })
	AddGuest           = key(Attending, "i", func(w words) i18n.KeyWord { return w.AddGuest })
	Arrives            = key(Attending, "t", func(w words) i18n.KeyWord { return w.Arrives })
	Departs            = key(Attending, "d", func(w words) i18n.KeyWord { return w.Departs })
	MovedAt            = key(Attending, "m", func(w words) i18n.KeyWord { return w.MovedAt })
	HalfDay            = key(Attending, "tab", func(w words) i18n.KeyWord { return w.HalfDay }, "tab", "shift+tab")

	MatterDone     = key(Arising, "d", func(w words) i18n.KeyWord { return w.MatterDone })
	MatterProgress = key(Arising, "p", func(w words) i18n.KeyWord { return w.MatterProgress })
	MatterBlocked  = key(Arising, "b", func(w words) i18n.KeyWord { return w.MatterBlocked })
	MatterExtend   = key(Arising, "t", func(w words) i18n.KeyWord { return w.MatterExtend })
	MatterAbandon  = key(Arising, "x", func(w words) i18n.KeyWord { return w.MatterAbandon })
	MatterLeave    = key(Arising, "s", func(w words) i18n.KeyWord { return w.MatterLeave }, "s", "space")
	MatterRemark   = key(Arising, "r", func(w words) i18n.KeyWord { return w.MatterRemark })

	VoiceFor     = key(Voting, "p", func(w words) i18n.KeyWord { return w.VoiceFor })
	VoiceAgainst = key(Voting, "c", func(w words) i18n.KeyWord { return w.VoiceAgainst })
	VoiceAbstain = key(Voting, "a", func(w words) i18n.KeyWord { return w.VoiceAbstain })
	VoiceNone    = key(Voting, "n", func(w words) i18n.KeyWord { return w.VoiceNone })

	Except    = key(EnBloc, "space", func(w words) i18n.KeyWord { return w.Except }, "space", "enter")
	Reword    = key(EnBloc, "e", func(w words) i18n.KeyWord { return w.Reword })
	AdoptBloc = key(EnBloc, "ctrl+s", func(w words) i18n.KeyWord { return w.AdoptBloc })

	SettleAll      = key(Closing, "*", func(w words) i18n.KeyWord { return w.SettleAll })
	AdjournNow     = key(Closing, "C", func(w words) i18n.KeyWord { return w.AdjournNow })
	WriteDocuments = key(Closing, "w", func(w words) i18n.KeyWord { return w.WriteDocuments })

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
	Copies       = key(Directory, "c", func(w words) i18n.KeyWord { return w.Copies })
	Drafts       = key(Directory, "b", func(w words) i18n.KeyWord { return w.Drafts })
)

// All lists the keys in the order of the README's table.
var All = []Key{
	Move, Open, Back, Go, Places, Undo, Redo, Search, Palette, Language, AllSaved, SaveAs, Help, Quit,
	Filter, Scope, Narrow, Tab, Sort, Reverse, New, Archived, PageDown, PageUp, Top, Bottom,
	Edit, History, Archive, Restore,
	NextField, PreviousField, Choose, NewLine, Editor, CompletionTake, NewInField, Tick, PrepareNow, SaveForm, LeaveForm,
	TakeMine, TakeTheirs, TakeBoth, AllMine, AllTheirs,
	Adopt, Amend, Reject, Defer, Withdraw, MakeAction,
	Start, Block, Declare, Validate, Return, Abandon, Reopen, Extend, Report, Confirm,
	PrepareAgenda, Expect, Convene, CallAgain, OpenSession, Adjourn, Postpone, Cancel, Reconvene, AddItem, AddAttendance, AddEntry, AddRecommendation, AddDecision,
	Backlog,
	Circulate, AdoptMinutes, Sign, Correct,
	MoveUp, MoveDown, Dealt, PutOff, WithdrawItem, Refer, Pending, PutOnAgenda,
	NoteLine, StatementLine, DecisionLine, RecommendationLine, ActionLine, VoteLine, PracticeLine, DifficultyLine,
	KeepLine, EndLine, TakeName, SplitLine, NextItem, PreviousItem, ToItem, TakeUp, TakeUpAgain, DealtGoOn, PostponeItem, ReferItem, DropItem, LateItem,
	Movement, TakeAttendance, Suspend, AdoptHere, Matters, Together, EditLine, TurnLine, MoveLine, RemoveLine, Focus, Beside, Room, LeaveSession, CloseSession,
	IsPresent, IsExcused, IsAbsent, IsRepresented, IsRemote, AddGuest, Arrives, Departs, MovedAt, HalfDay,
	MatterDone, MatterProgress, MatterBlocked, MatterExtend, MatterAbandon, MatterLeave, MatterRemark,
	VoiceFor, VoiceAgainst, VoiceAbstain, VoiceNone, Except, Reword, AdoptBloc, SettleAll, AdjournNow, WriteDocuments,
	Examine, AdoptGuideline, Enforce, Revise, Repeal, AddArticle,
	AddFunction, AddMandate, EndMandate, AddAxis, SameIdentity, Copies, Drafts,
}

// Digit is the number a key of Places stands for, on an AZERTY or a QWERTY
// keyboard, shifted or not.
func Digit(pressed string) (int, bool) {
	for i, p := range Places.Press {
		if p == pressed {
			return i % 10, true
		}
	}
	return 0, false
}
