/**
 * Mail to people, sent by the server's mail session. It travels as a message of the transaction that causes it, so it is
 * sent if and only if that committed. The way in is {@link io.strata.mail.MailQueue}.
 */
package io.strata.mail;
