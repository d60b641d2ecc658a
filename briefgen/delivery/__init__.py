"""An edition → mailboxes (SMTP) and a wiki (git). Decides nothing of what is in it."""
