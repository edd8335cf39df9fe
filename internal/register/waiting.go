package register

import "context"

type waitingKey struct{}

// OnWaiting has a use case call told, once, when it has waited a second for
// another program to let go of the file. It is called beside the screen.
func OnWaiting(ctx context.Context, told func()) context.Context {
	return context.WithValue(ctx, waitingKey{}, told)
}

// Waiting is what to call after a second of waiting; nil when nobody asks.
func Waiting(ctx context.Context) func() {
	told, _ := ctx.Value(waitingKey{}).(func())
	return told
}
