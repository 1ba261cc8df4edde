DROP TABLE determined_list;
DROP TABLE dark_day;
DROP TABLE channel_check;
DROP TABLE channel;
DROP TABLE notice_page;
