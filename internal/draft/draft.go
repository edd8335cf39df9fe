// Package draft keeps what is being typed and not saved yet, so that it
// outlives the program: where drafts lie, how they are written, and which of
// them no running program holds any more. What is in a draft is its maker's.
//
// A draft is one small file in a folder of the user's, outside the committee's
// file. Each running program has a folder of its own there and holds a lock in
// it: a folder whose lock is free was left by a program that is gone.
package draft

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/google/uuid"
)

// Content makes what a draft holds: a head, short, to be listed by, and a
// body. It is called later and by another goroutine: it must hold on to what
// does not change any more.
type Content func() (head, body any, err error)

// Keeper keeps the drafts of one committee's file. It is safe for use by
// several goroutines. Write, Drop and Forget never wait for the disk.
type Keeper struct {
	folders []string // of the drafts of this file, the best first

	mu      sync.Mutex
	orders  map[string]order // what is still to be done, by draft
	queue   []string         // the drafts of orders, the oldest first
	working bool
	idle    *sync.Cond
	hurried bool // somebody waits: no rest between two writings
	hurry   chan struct{}
	fault   error
	tell    func()
	closed  bool

	disk     sync.Mutex        // guards what follows, and the folders
	homes    map[string]*home  // this program's own, by folder
	taken    map[string]*home  // those of programs that are gone, by path
	lie      map[string][]spot // where each draft lies, the last written first
	unsynced map[string]bool
	timer    *time.Timer
}

// order is what to do with a draft: write it, or remove it when there is
// nothing to write.
type order struct {
	content Content
	forget  string // a lent file to remove
}

// spot is one file that holds a draft.
type spot struct {
	path string
	seq  int // counts the writings of the draft
}

// Open is the keeper of the drafts of the file at path, in the folders given,
// the best first. It touches no disk.
func Open(path string, folders []string) *Keeper {
	k := &Keeper{
		orders: map[string]order{}, hurry: make(chan struct{}),
		homes: map[string]*home{}, taken: map[string]*home{}, lie: map[string][]spot{}, unsynced: map[string]bool{},
	}
	k.idle = sync.NewCond(&k.mu)
	for _, f := range folders {
		k.folders = append(k.folders, filepath.Join(f, key(path)))
	}
	return k
}

// NewID is the name of a new draft.
func NewID() string { return uuid.NewString() }

// Write keeps a draft as content makes it. Of several writings of one draft
// that wait, only the last is carried out.
func (k *Keeper) Write(id string, content Content) { k.enqueue(id, order{content: content}) }

// Drop removes a draft: it was saved, or given up.
func (k *Keeper) Drop(id string) { k.enqueue(id, order{}) }

// Forget removes a file that Lend made, once what waits to be written is.
func (k *Keeper) Forget(path string) { k.enqueue(path, order{forget: path}) }

// Fault is why the last writing failed everywhere; nil when it did not.
func (k *Keeper) Fault() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.fault
}

// Watch has tell called, by another goroutine, whenever Fault comes or goes.
func (k *Keeper) Watch(tell func()) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.tell = tell
}

func (k *Keeper) enqueue(id string, o order) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.closed {
		return
	}
	k.queue = append(slices.DeleteFunc(k.queue, func(q string) bool { return q == id }), id)
	k.orders[id] = o
	if !k.working {
		k.working = true
		go k.work()
	}
}

// idleness is how much longer than it works the one who writes rests, so that
// a huge text typed fast takes a tenth of a core at most; mostIdle is how long
// at most, as what is typed meanwhile is not kept yet.
const (
	idleness = 9
	mostIdle = 50 * time.Millisecond
)

// work carries out what waits, then ends.
func (k *Keeper) work() {
	for {
		k.mu.Lock()
		if len(k.queue) == 0 {
			k.working = false
			k.idle.Broadcast()
			k.mu.Unlock()
			return
		}
		id := k.queue[0]
		o := k.orders[id]
		k.queue = k.queue[1:]
		delete(k.orders, id)
		hurry := k.hurry
		k.mu.Unlock()
		start := time.Now()
		k.carry(id, o)
		select {
		case <-time.After(min(idleness*time.Since(start), mostIdle)):
		case <-hurry:
		}
	}
}

// carry does one thing. A fault of the maker's content is the draft's.
func (k *Keeper) carry(id string, o order) {
	switch {
	case o.forget != "":
		_ = os.Remove(o.forget)
	case o.content == nil:
		k.remove(id)
	default:
		k.said(k.write(id, o.content))
	}
}

// said notes how the last writing went.
func (k *Keeper) said(err error) {
	k.mu.Lock()
	changed := (err == nil) != (k.fault == nil)
	k.fault = err
	tell := k.tell
	k.mu.Unlock()
	if changed && tell != nil {
		tell()
	}
}

// Flush waits until everything asked for is done.
func (k *Keeper) Flush() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.hurried {
		k.hurried = true
		close(k.hurry)
	}
	for k.working {
		k.idle.Wait()
	}
	if k.hurried {
		k.hurried, k.hurry = false, make(chan struct{})
	}
}

// Close carries out what waits, and lets go of the drafts that remain: they
// are offered to the next program. Nothing is kept after it.
func (k *Keeper) Close() {
	k.mu.Lock()
	k.closed = true
	k.mu.Unlock()
	k.Flush()
	k.disk.Lock()
	defer k.disk.Unlock()
	if k.timer != nil {
		k.timer.Stop()
	}
	k.sync()
	for _, homes := range []map[string]*home{k.homes, k.taken} {
		for path, h := range homes {
			h.leave()
			delete(homes, path)
		}
	}
	for _, folder := range k.folders {
		_ = os.Remove(folder) // unless something lies there still
	}
}

// envelope is a draft as its file holds it.
type envelope struct {
	What   string          `json:"suivi"`
	Format int             `json:"format"`
	ID     string          `json:"id"`
	Seq    int             `json:"seq"`
	Head   json.RawMessage `json:"head"`
	Body   json.RawMessage `json:"body"`
}

// What an envelope says of itself.
const (
	whatItIs = "brouillon"
	format   = 1
)
