package store

import (
	"database/sql"
	"errors"
	"strings"

	"github.com/mattn/go-sqlite3"

	"suivi/internal/committee"
)

// fault turns an error of SQLite into one a person can meet. Errors of the
// domain pass through.
func (f *file) fault(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return committee.ErrNotFound
	}
	return fault(f.at().path, err)
}

func fault(path string, err error) error {
	var e sqlite3.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.ExtendedCode {
	case sqlite3.ErrConstraintUnique, sqlite3.ErrConstraintPrimaryKey:
		return uniqueFault(e.Error())
	case sqlite3.ErrConstraintForeignKey:
		return &committee.RuleError{Rule: committee.RuleLink, Detail: e.Error()}
	case sqlite3.ErrConstraintCheck:
		return &committee.RuleError{Rule: committee.RuleCheck, Detail: e.Error()}
	case sqlite3.ErrConstraintNotNull:
		return &committee.RuleError{Rule: committee.RuleMissing, Detail: e.Error()}
	case sqlite3.ErrConstraintTrigger:
		return triggerFault(e.Error())
	case sqlite3.ErrCorruptVTab:
		return &committee.FileError{Path: path, Reason: committee.FileIndex}
	}
	if noRoom(e) {
		return &committee.FileError{Path: path, Reason: committee.FileDiskFull, Detail: e.Error()}
	}
	if reason, ok := fileFaults[e.Code]; ok {
		return &committee.FileError{Path: path, Reason: reason, Detail: e.Error()}
	}
	return err
}

var fileFaults = map[sqlite3.ErrNo]committee.FileReason{
	sqlite3.ErrBusy:     committee.FileLocked,
	sqlite3.ErrLocked:   committee.FileLocked,
	sqlite3.ErrFull:     committee.FileDiskFull,
	sqlite3.ErrReadonly: committee.FileReadOnly,
	sqlite3.ErrCorrupt:  committee.FileDamaged,
	sqlite3.ErrNotADB:   committee.FileDamaged,
	sqlite3.ErrPerm:     committee.FileNoPermission,
	sqlite3.ErrAuth:     committee.FileNoPermission,
	sqlite3.ErrCantOpen: committee.FileNoPermission,
	sqlite3.ErrIoErr:    committee.FileTrouble,
}

// uniqueFields names the field of the form behind a column that must be unique.
var uniqueFields = map[string]committee.Field{
	"institution.name_key":    committee.FieldName,
	"institution.acronym_key": committee.FieldAcronym,
	"post.title_key":          committee.FieldTitle,
	"guideline.number":        committee.FieldNumber,
	"article.number":          committee.FieldNumber,
	"attendance_half_day.day": committee.FieldDay,
}

func uniqueFault(message string) error {
	if strings.Contains(message, "meeting_in_session") {
		return &committee.RefusedError{Verb: committee.VerbOpen, Kind: committee.KindMeeting, Reason: committee.ReasonInSession}
	}
	for column, field := range uniqueFields {
		if strings.Contains(message, column) {
			return &committee.FieldError{Field: field, Reason: committee.ReasonDuplicate}
		}
	}
	return &committee.RuleError{Rule: committee.RuleUnique, Detail: message}
}

func triggerFault(message string) error {
	if kind, ok := strings.CutPrefix(message, "append_only:"); ok {
		return &committee.RefusedError{Verb: committee.VerbRevise, Kind: committee.Kind(kind), Reason: committee.ReasonAppendOnly}
	}
	if message == "adopted_wording" {
		return &committee.FieldError{Field: committee.FieldText, Reason: committee.ReasonByAmend}
	}
	return &committee.RuleError{Rule: committee.RuleTrigger, Detail: message}
}
