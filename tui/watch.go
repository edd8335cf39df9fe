package tui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/theme"
)

// watchBook is what following the file needs of it.
type watchBook interface {
	// Changed waits for what others do to the file after what was seen.
	Changed(ctx context.Context, seen register.News) (register.News, error)
}

// vigil follows the open file beside the screens, as long as they run. It
// knows nothing of the desk: what it finds comes as messages.
type vigil struct{ ctx context.Context }

// Messages of the vigil.
type (
	// newsMsg says what became of a file.
	newsMsg struct {
		watch int
		news  register.News
	}
	// waitingMsg says that a save waits for another program.
	waitingMsg struct{}
)

// follow waits for the next news; nothing when nobody follows, or when the
// file is closed.
func (r root) follow() tea.Cmd {
	v, book, watch, seen := r.d.vigil, r.d.book, r.watch, r.seen
	if v == nil || book == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		// A fault in here must not take the screens down: they then no longer
		// follow the file, and a save finds out as it does anyway.
		defer func() {
			if recover() != nil {
				msg = nil
			}
		}()
		news, err := book.Changed(v.ctx, seen)
		if err != nil {
			return nil
		}
		return newsMsg{watch: watch, news: news}
	}
}

// held waits until a save has waited long enough to be told of.
func (r root) held() tea.Cmd {
	v, held := r.d.vigil, r.d.saves.held
	if v == nil {
		return nil
	}
	return func() tea.Msg {
		select {
		case <-held:
			return waitingMsg{}
		case <-v.ctx.Done():
			return nil
		}
	}
}

// begin follows the file from now on.
func (r root) begin() (root, tea.Cmd) {
	r.watch++
	r.seen = register.News{}
	return r, r.follow()
}

// heard takes the news: pages that show what changed read it again, and the
// next news are waited for.
func (r root) heard(msg newsMsg) (tea.Model, tea.Cmd) {
	if msg.watch != r.watch {
		return r, nil
	}
	was := r.seen.Trouble
	r.seen = msg.news
	cmds := []tea.Cmd{r.follow()}
	if msg.news.Trouble != was {
		r = r.troubled(msg.news.Trouble)
	}
	if msg.news.Told() {
		r.glance = glance{by: r.d.told(msg.news.By), before: r.top().View()}
		var cmd tea.Cmd
		r, cmd = r.tell(changedMsg{others: &msg.news})
		cmds = append(cmds, cmd)
	}
	return r, tea.Batch(cmds...)
}

// glance is what stood on the screen before others' changes were read.
type glance struct{ by, before string }

// noted says who changed what stands on the screen, once it does. What others
// did elsewhere is not worth a word, nor is a word that would hide another.
func (r root) noted() root {
	switch now := r.top().View(); {
	case r.glance.by == "" || now == r.glance.before:
		return r
	case r.front() == nil && !typing(r.top()) && r.notice.text == "":
		r.notice = noticedMsg{text: r.glance.by, role: theme.Muted}
	}
	r.glance = glance{}
	return r
}

// told says who changed something.
func (d *desk) told(by []string) string {
	w := d.words().Watch
	named := slices.DeleteFunc(slices.Clone(by), func(name string) bool { return strings.TrimSpace(name) == "" })
	if len(named) == 0 {
		return w.ChangedUnsigned
	}
	return fmt.Sprintf(w.Changed, d.loc.List(named[:min(len(named), 3)]))
}

// touches tells whether the change is about something that a page shows: any
// change made here is, for it may have touched more than it names.
func (m changedMsg) touches(shows func(committee.Thing) bool) bool {
	return m.others == nil || m.others.Everything || slices.ContainsFunc(m.others.Things, shows)
}
