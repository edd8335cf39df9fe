package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/theme"
)

// patience is how long a question to the file may take before the screen says
// that the file does not answer.
const patience = 10 * time.Second

// Book is the open file, as the screens use it.
type Book interface {
	homeBook
	meetingBook
	recommendationBook
	actionBook
	guidelineBook
	decisionBook
	directoryBook
	referenceBook
	settingsBook
	linkBook
	whoBook
	copiesBook
	journalBook
	backBook
	conflictBook
	watchBook
	searchBook
	sessionBook
	attendBook
	mattersBook
	voteBook
	blocBook
	summaryBook
}

// linkBook finds, names and puts away things of any kind.
type linkBook interface {
	Complete(ctx context.Context, kind committee.Kind, typed string, of committee.Thing, limit int) ([]register.Option, error)
	Archive(ctx context.Context, t committee.Thing, version int, anyway bool) error
	Restore(ctx context.Context, t committee.Thing, version int) error
	ReadOnly() bool
}

// desk is what the pages share. Only the root changes it, in Update; commands
// take what they need from it before they run.
type desk struct {
	book   Book
	loc    *i18n.Locale
	styles theme.Styles
	now    func() time.Time
	actor  committee.Actor
	path   string         // where the file lies, as people read it
	last   int            // the last page number given
	sought sought         // what was looked for last in the whole file
	visit  register.Visit // when the actor was here last; its At is empty when that is not known
	saves  *saves
	vigil  *vigil // follows the file; nil when nobody does
	// trouble is what is wrong with the file, in a few words; empty for nothing.
	trouble string
	shelf   *shelf // the drafts; nil when none are kept
	editor  string // the command of the person's own editor; empty when there is none
	noExec  bool   // no other program may be started

	// keepCopies sets how many copies the file keeps of itself; nil when that
	// cannot be set.
	keepCopies func(int) error
	// writeDocuments writes the papers of a meeting beside the file, and tells
	// where; nil when there is nowhere to write.
	writeDocuments func(context.Context, committee.MeetingID) ([]string, error)
	// documents are those written before; nil where there are none.
	documents func(register.MeetingRecord) []string
}

func (d *desk) words() *i18n.Words { return d.loc.Words }

func (d *desk) today() committee.Date { return committee.DateOf(d.now()) }

func (d *desk) clock() committee.Clock { return committee.Clock(d.now().Format("15:04")) }

// number gives a page the number its questions carry, so that an answer finds
// the page that asked.
func (d *desk) number() int {
	d.last++
	return d.last
}

// can says why the actor may not do verb to a kind; empty when they may.
func (d *desk) can(verb committee.Verb, kind committee.Kind) string {
	if err := committee.Can(d.actor, verb, kind); err != nil {
		return d.loc.Error(err)
	}
	return ""
}

// answer is what a question to the file brought back, for the page that asked.
type answer[T any] struct {
	page, turn int
	value      T
	err        error
}

// ask turns a question to the file into a command with a deadline. The answer
// names the page and the turn it was asked in, so that a stale one is dropped.
func ask[T any](d *desk, page, turn int, question func(context.Context, Book) (T, error)) tea.Cmd {
	book := d.book
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		v, err := question(ctx, book)
		return answer[T]{page: page, turn: turn, value: v, err: err}
	}
}

// carry turns a use case into a command: what it changed is told to every
// page, what refused it is said in the notice line.
func carry(d *desk, notice string, useCase func(context.Context, Book) (committee.Thing, error)) tea.Cmd {
	book, saves := d.book, d.saves
	return func() tea.Msg {
		ctx, end := saves.begin()
		defer end()
		thing, err := useCase(ctx, book)
		if err != nil {
			return failedMsg{err}
		}
		return savedMsg{thing: thing, notice: notice}
	}
}
