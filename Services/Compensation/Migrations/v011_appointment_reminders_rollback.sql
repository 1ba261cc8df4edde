DROP TABLE appointment_reminder;
