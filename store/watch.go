package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"sync"
	"time"

	"suivi/internal/committee"
	"suivi/internal/register"
)

const (
	// pulse is how often the file is asked whether somebody wrote.
	pulse = 500 * time.Millisecond
	// beats is after how many pulses the file itself is looked at.
	beats = 2
	// mostTold is how many changed things are named.
	mostTold = 1000
	// mostOwn is how many lines written here are remembered.
	mostOwn = 10_000
)

// watch is what an open file knows for those who wait for news of it.
type watch struct {
	mu      sync.Mutex
	own     map[int64]string // lines of the journal written here: their hash
	since   int64            // the last line when the file was opened
	ended   chan struct{}    // closed with the file
	waiting sync.WaitGroup
}

// wrote remembers a line, so that nobody is told of their own change. One that
// is undone before it is committed never comes up.
func (w *watch) wrote(seq int64, hash string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.own == nil || len(w.own) >= mostOwn {
		w.own = map[int64]string{}
	}
	w.own[seq] = hash
}

func (w *watch) is(seq int64, hash string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.own[seq] == hash
}

// begin is for a file just opened.
func (w *watch) begin(since int64) { w.since, w.ended = since, make(chan struct{}) }

// lastSeq is the last line of the journal; 0 when there is none, or when it
// cannot be read: then all is news.
func (f *file) lastSeq() (last int64) {
	_ = f.reader.QueryRow("SELECT coalesce(max(seq), 0) FROM journal").Scan(&last)
	return last
}

// enter counts one more who waits; false when the file is closed.
func (w *watch) enter() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	select {
	case <-w.ended:
		return false
	default:
	}
	w.waiting.Add(1)
	return true
}

// end sends everybody away and waits until they are gone.
func (w *watch) end() {
	w.mu.Lock()
	select {
	case <-w.ended:
	default:
		if w.ended != nil {
			close(w.ended)
		}
	}
	w.mu.Unlock()
	w.waiting.Wait()
}

// Changed waits until others changed something after what was seen, or until
// what is wrong with the file itself is other than what was seen, and tells.
// What was done through this open file is not news. It ends with ctx, and with
// context.Canceled when the file is closed.
func (s *Store) Changed(ctx context.Context, seen register.News) (register.News, error) {
	if !s.watch.enter() {
		return seen, context.Canceled
	}
	defer s.watch.waiting.Done()
	if seen.Seq == 0 {
		seen.Seq = s.watch.since
	}
	w := watcher{file: s.file}
	defer w.letGo()
	tick := time.NewTicker(pulse)
	defer tick.Stop()
	for {
		news, err := w.look(ctx, seen)
		if err != nil {
			return seen, err
		}
		if news.Told() || news.Trouble != seen.Trouble {
			return news, nil
		}
		seen = news
		select {
		case <-tick.C:
		case <-ctx.Done():
			return seen, ctx.Err()
		case <-s.watch.ended:
			return seen, context.Canceled
		}
	}
}

// watcher is one who waits. It keeps a connection: what SQLite says of the
// changes of others is said to a connection.
type watcher struct {
	*file
	base    base
	conn    *sql.Conn
	version int64 // of what the connection last saw
	beat    int
}

func (w *watcher) letGo() {
	if w.conn != nil {
		_ = w.conn.Close()
		w.conn = nil
	}
}

// look tells what is new now.
func (w *watcher) look(ctx context.Context, seen register.News) (register.News, error) {
	news := register.News{Seq: seen.Seq, Trouble: seen.Trouble}
	if now := w.at(); now.reader != w.base.reader {
		w.letGo() // it was saved under another name
		w.base, w.beat = now, 0
	}
	if w.beat%beats == 0 {
		err := w.base.inPlace()
		if news.Trouble = troubleOf(err); news.Trouble == committee.FileReplaced {
			w.part()
		}
	}
	w.beat++
	err := w.read(ctx, &news)
	if ctx.Err() != nil {
		return news, ctx.Err()
	}
	if err != nil {
		w.letGo()
		w.beat = 1 // what is wrong with reading stands until the file is looked at again
		if news.Trouble == "" {
			news.Trouble = troubleOf(fault(w.base.path, err))
		}
	}
	return news, nil
}

// troubleOf is what is wrong with the file, by an error. That it is busy is
// not: whoever waits sees.
func troubleOf(err error) committee.FileReason {
	var e *committee.FileError
	switch {
	case err == nil:
		return ""
	case !errors.As(err, &e):
		return committee.FileTrouble
	case e.Reason == committee.FileLocked:
		return ""
	}
	return e.Reason
}

// read reads the end of the journal when somebody wrote since the last time.
func (w *watcher) read(ctx context.Context, news *register.News) (err error) {
	if w.conn == nil {
		if w.conn, err = w.base.look(ctx); err != nil {
			return err
		}
		w.version = -1
	}
	var version, last int64
	// It takes no time that could be given up, and watching over it would take more.
	if err := w.conn.QueryRowContext(context.WithoutCancel(ctx), "PRAGMA data_version").Scan(&version); err != nil || version == w.version {
		return err
	}
	if err := w.conn.QueryRowContext(ctx, "SELECT coalesce(max(seq), 0) FROM journal").Scan(&last); err != nil {
		return err
	}
	switch {
	case last < news.Seq: // an earlier state was put back
		news.Seq, news.Everything = last, true
	case last > news.Seq:
		if err := w.tail(ctx, news, last); err != nil {
			return err
		}
	}
	w.version = version
	return nil
}

// tail adds to the news what the lines up to the last one touched.
func (w *watcher) tail(ctx context.Context, news *register.News, last int64) error {
	type touched struct {
		seq       int64
		hash, who string
		thing     committee.Thing
	}
	answer, err := w.conn.QueryContext(ctx, `SELECT j.seq, j.hash, j.actor_name, c.kind, c.id FROM journal j JOIN journal_change c ON c.seq = j.seq
		WHERE j.seq > ? AND j.seq <= ? ORDER BY j.seq, c.n LIMIT ?`, news.Seq, last, mostTold+1)
	lines, err := collect(answer, err, func(row scanner) (t touched, err error) {
		return t, row.Scan(&t.seq, &t.hash, &t.who, &t.thing.Kind, &t.thing.ID)
	})
	if err != nil {
		return err
	}
	known := map[committee.Thing]bool{}
	for _, l := range lines {
		if w.watch.is(l.seq, l.hash) {
			continue
		}
		if !slices.Contains(news.By, l.who) {
			news.By = append(news.By, l.who)
		}
		if !known[l.thing] {
			known[l.thing] = true
			news.Things = append(news.Things, l.thing)
		}
	}
	if len(lines) > mostTold {
		news.Things, news.Everything = nil, true
	}
	news.Seq = last
	return nil
}
