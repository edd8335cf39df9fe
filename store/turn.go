package store

import (
	"context"
	"database/sql"
	"errors"
	"math/rand/v2"
	"sync/atomic"
	"time"

	"suivi/internal/register"
)

// A program that wants to write asks for the lock again and again, for SQLite
// has no queue. Who has waited longer asks more often, so that nobody is
// passed over by those who come later.
const (
	askEarly = 4 * time.Millisecond // at first
	askOften = time.Millisecond     // after shortly
	shortly  = 50 * time.Millisecond
	// askSeldom is for a lock that somebody keeps, after late: giving up is
	// heeded at once all the same.
	askSeldom = 20 * time.Millisecond
	late      = 2 * time.Second
	// said is how long somebody waits before being told.
	said = time.Second
)

// others is what an open file knows of others who write too.
type others struct {
	met  atomic.Int64 // when one of them was last met, in nanoseconds
	left atomic.Int64 // when the last turn here ended
}

const (
	// recently is how long after somebody was met the file counts as crowded.
	recently = time.Second
	// courtesy is how long after a turn of ours the others go first then.
	courtesy = 4 * time.Millisecond
)

func (o *others) meet() { o.met.Store(time.Now().UnixNano()) }

// giveWay lets others go first who have had to wait for our last turn: asking
// at once again, we would find the lock free before they look.
func (o *others) giveWay(ctx context.Context) {
	now := time.Now().UnixNano()
	wait := time.Duration(o.left.Load() + int64(courtesy) - now)
	if wait <= 0 || now-o.met.Load() > int64(recently) {
		return
	}
	select {
	case <-time.After(wait):
	case <-ctx.Done():
	}
}

// turn is a transaction that has the file to itself for writing. It is no
// sql.Tx: that sets somebody to watch over each of its queries, which takes
// longer than most of ours.
type turn struct {
	*sql.Conn
	others    *others
	committed bool
}

// begin waits for its turn to write: as long as ctx says, or as the file was
// opened with when ctx sets no end. It fails with SQLite's own "busy" then, and
// with ctx's error when it was given up.
func (f *file) begin(ctx context.Context) (*turn, error) {
	patient, cancel := ctx, context.CancelFunc(func() {})
	if _, bounded := ctx.Deadline(); !bounded {
		patient, cancel = context.WithTimeout(ctx, f.wait)
	}
	defer cancel()
	f.others.giveWay(patient)
	conn, err := f.at().writer.Conn(patient)
	if err != nil {
		return nil, err
	}
	if err := f.ask(patient, conn); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return &turn{Conn: conn, others: &f.others}, nil
}

// ask asks for the lock until it is free.
func (f *file) ask(ctx context.Context, conn *sql.Conn) error {
	start, told := time.Now(), register.Waiting(ctx)
	for {
		_, err := conn.ExecContext(context.WithoutCancel(ctx), "BEGIN IMMEDIATE")
		if err == nil || !busy(err) {
			return err
		}
		f.others.meet()
		waited := time.Since(start)
		if waited > said && told != nil {
			told()
			told = nil
		}
		select {
		case <-time.After(pause(waited)):
		case <-ctx.Done():
			if errors.Is(ctx.Err(), context.Canceled) {
				return ctx.Err()
			}
			return err
		}
	}
}

// pause is how long to wait before asking again, never twice the same, or two
// that ask in step would stay in step.
func pause(waited time.Duration) time.Duration {
	most := askEarly
	switch {
	case waited > late:
		most = askSeldom
	case waited > shortly:
		most = askOften
	}
	return most/4 + rand.N(most)
}

// commit makes what the turn changed durable.
func (t *turn) commit(ctx context.Context) error {
	_, err := t.ExecContext(context.WithoutCancel(ctx), "COMMIT")
	t.committed = err == nil
	return err
}

// end gives the turn back. What was not committed is undone.
func (t *turn) end() {
	if !t.committed {
		_, _ = t.ExecContext(context.Background(), "ROLLBACK")
	}
	_ = t.Close()
	t.others.left.Store(time.Now().UnixNano())
}
