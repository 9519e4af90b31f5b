/**
 * Who may do what. <b>Account</b>: a person who logs in. <b>API token</b>: a program that calls. <b>Rights</b>: a role, and
 * the job groups that it is for. <b>Session</b>: one login. <b>Audit</b>: who changed what, when, from what into what.
 */
@NullMarked
package io.baton.domain.access;

import org.jspecify.annotations.NullMarked;
