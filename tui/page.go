package tui

import (
	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/theme"
)

// page is one full screen. It is a value: Update returns the next one.
type page interface {
	// Init loads what the page shows; run again, it reloads.
	Init() tea.Cmd
	Update(tea.Msg) (page, tea.Cmd)
	// View draws exactly the area the last areaMsg gave; it is pure.
	View() string
	// Title is the page's part of the breadcrumb.
	Title() string
	// Commands are the keys that are live now: dispatch, footer and help read
	// them.
	Commands() []command
}

// typist is a page that may be taking text: single-letter keys are then its own.
type typist interface{ Typing() bool }

// answerer is a typist whose letters are answers, never text.
type answerer interface{ Answering() bool }

// worker is a page that holds typing which leaving would lose.
type worker interface{ Unsaved() bool }

// actedMsg brings what a command answered with: keys may act again.
type actedMsg struct{ msg tea.Msg }

// topOnly is a message for the page on top alone.
type topOnly interface{ topOnly() }

// saver is a page or a dialog that may be saving, or reading what was saved:
// keys wait until it is done.
type saver interface{ Saving() bool }

// settler is a page on which a key may have to be settled before the next one:
// that one is taken again once the answer is there.
type settler interface {
	Settle(name string) (page, tea.Cmd, bool)
}

// keeper is a page that no letter leads away from, nor changes what is around
// it: Keeps says which key does; empty when any may.
type keeper interface{ Keeps() string }

// sider is a page that says something at the right of the title line.
type sider interface{ Side() string }

// command is one key with all there is to know of it on this screen.
type command struct {
	key keymap.Key
	// off says why the key cannot act now; empty when it can.
	off string
	// do acts on the page as it is now, knowing which of the key's names was
	// pressed. Nil when the page handles the key as part of taking text.
	do func(p page, pressed string) (page, tea.Cmd)
	// once tells that do answers with one message, which decides what the next
	// keys mean: they wait for it.
	once bool
	// quiet keeps a key out of the footer; the help shows it.
	quiet bool
	// word replaces the key's own short word, where the state changes its sense.
	word string
	// brief is what stands for word where keys stand in columns: the word, which
	// this moment waits for, is then said above them.
	brief string
}

// act is a command that leaves the page as it is.
func act(k keymap.Key, off string, cmd func() tea.Cmd) command {
	return command{key: k, off: off, once: true, do: func(p page, _ string) (page, tea.Cmd) { return p, cmd() }}
}

func quiet(c command) command {
	c.quiet = true
	return c
}

// Messages of the root. Each is a fact or a wish of a page.
type (
	// areaMsg gives a page the area it draws.
	areaMsg struct {
		width, height int
		// spare is how many rows of keys there are beyond one: free while one
		// is enough.
		spare int
	}
	// pushedMsg puts a page on the stack.
	pushedMsg struct{ page page }
	// poppedMsg takes the top page off the stack; when from is a form's number,
	// only that form.
	poppedMsg struct{ from int }
	// askedMsg puts a dialog under the page.
	askedMsg struct{ dialog dialog }
	// answeredMsg closes the dialog, then acts.
	answeredMsg struct{ then tea.Cmd }
	// noticedMsg says something in one line until the next key. One that stays
	// is not put away by good news that comes before that key.
	noticedMsg struct {
		text  string
		role  theme.Role
		stays bool
	}
	// failedMsg is an error that no form is there to show.
	failedMsg struct{ err error }
	// changedMsg says that the file changed: open pages that show what did
	// reload.
	changedMsg struct {
		thing  committee.Thing // what was saved here
		others *register.News  // what others saved; nil when it was here
	}
	// savedMsg says that a form's thing is in the file.
	savedMsg struct {
		thing  committee.Thing
		label  string // what the thing is called
		notice string
		from   int // the form or the page, which then closes; 0 for none
		// opens is the page that it leads to; nil for none.
		opens func() page
	}
	// restyledMsg says that the language or the colours changed.
	restyledMsg struct{}
)

func send(m tea.Msg) tea.Cmd { return func() tea.Msg { return m } }

func push(p page) tea.Cmd { return send(pushedMsg{p}) }
