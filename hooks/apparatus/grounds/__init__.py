"""What several checks need to know to judge: how dates, names, addresses, locators and prose are read. No finding is made here."""
